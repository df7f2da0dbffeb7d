/* rejected with: loss_b: which row is answered wrongly */
#include "answer.h"

resting_places answer(void)
{
    return (resting_places){
        .loss_a = 0.5,
        .loss_b = 0.0,
        .loss_c = 0.0,
        .most_rows = 3.0,
        .slope_b = 9.4e-14,
        .comes_back = 'n',
    };
}
