/* epochs.h: where two epochs on the digits lead, by NumPy. Do not edit; it
   is what
   /usr/bin/python3 tests/04-digits/epochs.py > tests/04-digits/epochs.h
   writes. From Glorot's start of seed 1, with Adam in Keras's form, the rows
   in the order of the file. */
#pragma once

enum { EPOCHS_STEPS = 90 };

/* Of W1, b1, W2 and b2: the root of the sum of the squares; the sum of each
   entry k times ((7919 k + 13) mod 1009) / 1009; the entry at 7/16 of the
   way (that of a pixel in the middle); and the last. */
static const double epochs_before[4][4] = {
    {6.49392140259949, -6.78201112190202, -0.214063355179811,
     -0.0304409955638194},
    {0, 0, 0, 0},
    {3.9894356151612, 2.10984383452962, 0.224226445346405,
     0.139457805402083},
    {0, 0, 0, 0}};
static const double epochs_after[4][4] = {
    {15.566100997577, 2.52528522429568, 0.157450083970879,
     -0.253877455527919},
    {0.383186848321945, 0.149209628055497, -0.0998765711683606,
     0.0750560499138848},
    {8.4849377808597, -3.61057928508565, 0.663590492429671,
     0.419411942220359},
    {0.166423555521984, -0.0685829980540669, -0.0359508143849143,
     0.0408355300058321}};

/* Loss and right answers, on what is trained on and what is not. */
static const double epochs_first[2] = {2.36293930683211, 156};
static const double epochs_seen[2] = {0.502737914849576, 1321};
static const double epochs_unseen[2] = {0.73213979133084, 299};
