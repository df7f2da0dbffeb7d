/* standing.h: how one run of the chapter's experiment compares with 20,000
   others. */
#pragma once

/* Of 20,000 starts (Glorot, seeds 1 to 20,000) trained as Keras would for
   2,000 epochs, the share that ended with a loss above this one, in whole
   percents, from 0 to 100. */
int standing_percent(double loss);
