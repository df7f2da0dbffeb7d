/* optimizer.h: what to do with a gradient. An optimizer has constants, a
   memory and a step. */
#pragma once

/* What an optimizer remembers of the gradients that it has seen: for each
   parameter two moving averages, in arrays of the caller's. How much of
   each is gradients by now, 1 - beta^t after t steps, is its share.
   Everything begins at 0. */
typedef struct {
    double *m;               /* of the gradients */
    double *v;               /* of their squares */
    double m_share, v_share; /* in [0, 1] */
} moments;

/* An optimizer: its step, which takes in a gradient g and moves so many
   parameters theta, and its constants. The arrays do not overlap. */
typedef struct optimizer optimizer;
typedef void (*optimizer_step)(const optimizer *o, moments *seen, int count,
                               double theta[], const double g[]);
struct optimizer {
    optimizer_step step;
    double lr;           /* the learning rate, above 0 */
    double beta1, beta2; /* how much of an average is kept, in [0, 1) */
    double epsilon;      /* added to the root of v, 0 or more */
};

/* The optimizers, the stages of Adam, and what --optimizer and --stage call
   them, in the same order. */
typedef enum { OPTIMIZER_GD, OPTIMIZER_ADAM } optimizer_kind;
typedef enum {
    STAGE_MOMENTUM,
    STAGE_RMS,
    STAGE_UNCORRECTED,
    STAGE_ADAM
} stage_kind;
extern const char optimizer_words[], stage_words[];

/* Plain gradient descent, without a memory. */
void gd_step(const optimizer *o, moments *seen, int count, double theta[],
             const double g[]);

/* The first stage: along the average of the gradients. */
void momentum_step(const optimizer *o, moments *seen, int count,
                   double theta[], const double g[]);

/* The second stage: along the gradient, each parameter's divided by the
   root of the mean of its squares. RMSprop (Tieleman and Hinton, lecture
   6.5 of "Neural networks for machine learning", 2012). */
void rms_step(const optimizer *o, moments *seen, int count, double theta[],
              const double g[]);

/* The third: both at once, the averages as they are. */
void uncorrected_step(const optimizer *o, moments *seen, int count,
                      double theta[], const double g[]);

/* Adam, as Keras has it: with both averages corrected for their beginning
   at 0, and epsilon added to the root of the uncorrected v: the "epsilon
   hat" at the end of section 2 of Kingma and Ba, "Adam: a method for
   stochastic optimization", ICLR 2015. A parameter moves by about lr while
   its gradient is steady, and by less than 7.3 lr with the usual betas. */
void adam_step(const optimizer *o, moments *seen, int count, double theta[],
               const double g[]);

/* Adam, as PyTorch has it and as Algorithm 1 of that paper: with epsilon
   added to the root of the corrected v. */
void adam_step_inside(const optimizer *o, moments *seen, int count,
                      double theta[], const double g[]);
