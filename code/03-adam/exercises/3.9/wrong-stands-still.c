/* rejected with: no weight moves */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.0, .too_large = 0.5};
}
