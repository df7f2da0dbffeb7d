/* figure.h: how a moving figure gets its numbers from C. Its script writes the figure's inputs, and last the step that it is at, in
   the order in which it lists them, and calls the figure, which returns numbers: all doubles, as a struct of them lies in memory.
   What the figure says of itself names these in order, "yhat loss curve*121" for two numbers and a row of them; and on lines that
   follow the choices of an input, "bug none|no-w2". A step is counted from the start: a figure that is asked for a later one goes on
   from where it was, for an earlier one it begins again. */
#pragma once

#define FIGURE(name, says)                                                                                                             \
    __attribute__((export_name(#name "_says"))) const char *figure_##name##_says(void);                                               \
    const char *figure_##name##_says(void)                                                                                             \
    {                                                                                                                                  \
        return says;                                                                                                                   \
    }                                                                                                                                  \
    __attribute__((export_name(#name))) const double *figure_##name(const double in[]);                                               \
    const double *figure_##name(const double in[])

/* Where a script writes the inputs; the figures of a chapter share it. */
#define INPUT_PLACE                                                                                                                    \
    __attribute__((export_name("inputs"))) double *figure_inputs(void);                                                               \
    double *figure_inputs(void)                                                                                                        \
    {                                                                                                                                  \
        static double all[128];                                                                                                        \
        return all;                                                                                                                    \
    }
