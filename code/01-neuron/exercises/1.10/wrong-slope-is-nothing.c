/* rejected with: small, but not nothing */
#include "answer.h"

resting_places answer(void)
{
    return (resting_places){
        .loss_a = 0.5,
        .loss_b = 0.5,
        .loss_c = 0.5,
        .most_rows = 3.0,
        .slope_b = 0.0,
        .comes_back = 'n',
    };
}
