/* rejected with: the error is small at the rows that are right */
#include "answer.h"

#include <math.h>

resting_places answer(void)
{
    return (resting_places){
        .loss_a = 0.5,
        .loss_b = 0.5,
        .loss_c = 0.5,
        .most_rows = 3.0,
        .slope_b = exp(-60.0),
        .comes_back = 'n',
    };
}
