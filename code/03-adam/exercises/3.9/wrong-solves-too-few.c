/* rejected with: what lies between it and lr? */
#include "answer.h"

learning_rates rates(void)
{
    return (learning_rates){.lr = 0.05, .too_large = 1.0};
}
