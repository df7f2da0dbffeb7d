/* rejected with: the half in front of the sum is left out */
#include "answer.h"

resting_places answer(void)
{
    return (resting_places){
        .loss_a = 1.0,
        .loss_b = 0.5,
        .loss_c = 0.5,
        .most_rows = 3.0,
        .slope_b = 9.4e-14,
        .comes_back = 'n',
    };
}
