/* rejected with: that weight comes from the other hidden unit */
#include "answer.h"

mazur_orders answer(void)
{
    return (mazur_orders){
        .path = {0.06232, -0.02095}, /* by 0.45 and 0.55 */
        .dL_dh = 0.03635,
        .W2_first = {0.3589, 0.5113},
        .dL_dh_W2_first = 0.03023,
        .w = 0.149781,
        .w_W2_first = 0.149818,
    };
}
