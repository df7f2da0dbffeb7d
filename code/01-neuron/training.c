#include "training.h"
#include "plumbing/messages.h"

bool epoch_is_shown(long epoch, long last)
{
    long round = 1;
    while (epoch > 5 * round)
        round *= 10;
    return epoch == 0 || epoch == last || epoch == round ||
           epoch == 2 * round || epoch == 5 * round;
}

bool complain_diverged(long epoch)
{
    return complain("diverged at epoch %ld: a number is no longer finite",
                    epoch);
}
