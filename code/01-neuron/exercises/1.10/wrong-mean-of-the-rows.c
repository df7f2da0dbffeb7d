/* rejected with: loss_a: that is a mean */
#include "answer.h"

resting_places answer(void)
{
    return (resting_places){
        .loss_a = 0.25,
        .loss_b = 0.5,
        .loss_c = 0.5,
        .most_rows = 3.0,
        .slope_b = 9.4e-14,
        .comes_back = 'n',
    };
}
