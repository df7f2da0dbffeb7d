/* The checks of exercise 1.6. The function that is handed over writes down
   where it is asked; the slope is that of the line through its values at
   the two places where it may be asked. */
#include "answer.h"

#include "plumbing/random.h"
#include "workbook.h"

#include <float.h>
#include <math.h>

enum { MOST_PLACES = 16 };

static double (*watched)(double);
static double places[MOST_PLACES];
static int asked;

static double watch(double x)
{
    if (asked < MOST_PLACES)
        places[asked++] = x;
    return watched(x);
}

/* Doubling is exact, so the slope of this line is rounded nowhere. */
static double twice(double x)
{
    return 2.0 * x;
}

static double falling_line(double x)
{
    return 3.0 - 0.75 * x;
}

static double level_line(double x)
{
    (void)x;
    return 5.0;
}

static double square(double x)
{
    return x * x;
}

typedef struct {
    double (*f)(double);
    const char *meaning, *name; /* as a message has them */
} function;

static const function doubling = {twice, "with f(x) = 2*x, ", "f"};

static const function functions[] = {
    {sin, "", "sin"},
    {cos, "", "cos"},
    {falling_line, "with f(x) = 3 - 0.75*x, ", "f"},
    {square, "with f(x) = x*x, ", "f"},
    {atan, "", "atan"},
    {level_line, "with f(x) = 5, ", "f"},
    {twice, "with f(x) = 2*x, ", "f"},
};

enum { FUNCTIONS = sizeof functions / sizeof functions[0] };

/* One call, what came of it, and what f is above, at and below x. */
typedef struct {
    const char *words;
    double got, x, nudge;
    double up, down, run;
    double f_up, f_here, f_down, rise;
} question;

static question ask(const function *of, double x, double nudge)
{
    question q = {.x = x, .nudge = nudge};
    q.words = text("%sslope_by_nudging(%s, %.10g, %g)", of->meaning,
                   of->name, x, nudge);
    watched = of->f;
    asked = 0;
    q.got = slope_by_nudging(watch, x, nudge);
    q.up = x + nudge;
    q.down = x - nudge;
    q.run = q.up - q.down;
    q.f_up = of->f(q.up);
    q.f_here = of->f(x);
    q.f_down = of->f(q.down);
    q.rise = q.f_up - q.f_down;
    return q;
}

static bool was_asked_at(double place)
{
    for (int i = 0; i < asked; i++)
        if (places[i] == place)
            return true;
    return false;
}

/* A place that is neither of the two; nor x, which a difference to one
   side asks for, as its value tells. */
static void expect_no_other_place(const question *q)
{
    if (q->got == TODO)
        unanswered("slope_by_nudging");
    if (asked == 0)
        suspect("%s never asked f: what stands in its place, one function "
                "or formula of your own?",
                q->words);
    for (int i = 0; i < asked; i++) {
        const double at = places[i];
        if (at == q->up || at == q->down || at == q->x)
            continue;
        if (at == (double)(float)q->up || at == (double)(float)q->down)
            suspect("%s asked f at %.17g: a float holds fewer digits than "
                    "x + nudge has; where is one?",
                    q->words, at);
        suspect("%s asked f at %.17g, neither nudge above x nor nudge "
                "below; where does that place come from?",
                q->words, at);
    }
}

static void expect_not_at_x(const question *q)
{
    if (q->x != q->up && q->x != q->down && was_asked_at(q->x))
        suspect("%s asked f at x itself, too; does a line through two "
                "points need a third?",
                q->words);
}

/* What is right but for its last digits has lost them on the way. */
static void expect_last_digits(const question *q, double allowed)
{
    const double right = q->rise / q->run, error = fabs(q->got - right);
    if (error > allowed && error < 1e-4 * fabs(right))
        suspect("%s returned %.12g, expected %.12g: the last digits are "
                "lost; is a value kept in a float on the way?",
                q->words, q->got, right);
}

static void expect_quotient(const question *q, double allowed)
{
    const double x = q->x, nudge = q->nudge, up = q->up, down = q->down;
    const double f_up = q->f_up, f_down = q->f_down;
    const double rise = q->rise, run = q->run, right = rise / run;
    expect_result(
        q->words, q->got, right, allowed,
        SLIPS(
            {(f_up - q->f_here) / nudge,
             "a one-sided difference; nudge down as well as up"},
            {(q->f_here - f_down) / nudge,
             "a one-sided difference; nudge up as well as down"},
            {rise > 0.0 ? -right : NAN,
             "falls where f rises; which value is taken from which?"},
            {rise < 0.0 ? -right : NAN,
             "rises where f falls; what takes the sign off the "
             "difference?"},
            {rise / nudge, "too steep; divide by how far apart the two "
                           "points are"},
            {run / rise, "a slope is rise over run, not run over rise"},
            {0.0, "no rise at all; are both values asked for at the same "
                  "place?"},
            {f_up / run, "one of the two values is left out of the rise"},
            {rise, "that is the rise alone; what is it divided by?"},
            {rise * run, "the rise is multiplied by the run; a slope is "
                         "how much f rises for each step of x"},
            {(f_up + f_down) / run, "the two values are added; a rise is "
                                    "how far one is above the other"},
            {rise / 2.0 * nudge, "in C, / and * go from left to right; "
                                 "which of your numbers is multiplied?"},
            {f_up - f_down / run, "a division goes before a minus; is the "
                                  "whole rise divided?"},
            {f_up - f_down / 2.0 * nudge,
             "two pairs of parentheses are lost; which numbers are the "
             "rise, which the run?"},
            {rise / up - down, "a division goes before a minus; is it "
                               "the whole run that divides?"},
            {f_up - f_down / up - down,
             "a division goes before both minuses; put parentheses round "
             "the rise and round the run"},
            {rise / (x + nudge - x - nudge),
             "the run came out as next to nothing; what does its second "
             "minus reach?"},
            {rise / (up + down), "the run is how far apart the two places "
                                 "are, not what they add up to"}));
}

/* Where x and the values of f are rounded by little of the nudge, any way
   to write the quotient will do. */
static void expect_slope(const function *of, double x, double nudge)
{
    const question q = ask(of, x, nudge);
    const double sizes =
        fabs(q.f_up) + fabs(q.f_down) + fabs(q.rise / q.run * x);
    const double allowed = 4.0 * DBL_EPSILON * sizes / q.run;
    expect_no_other_place(&q);
    expect_last_digits(&q, allowed);
    expect_quotient(&q, allowed);
    expect_not_at_x(&q);
}

/* Where each place is rounded by a good part of the nudge, but the values
   and the run of this line are not. */
static void expect_exact_slope(double x, double nudge)
{
    const question q = ask(&doubling, x, nudge);
    const double right = q.rise / q.run;
    expect_no_other_place(&q);
    expect_result(
        q.words, q.got, right, 4.0 * DBL_EPSILON * fabs(right),
        SLIPS({q.rise / (2.0 * nudge),
               "far from zero the two points are not where you think; how "
               "far apart are they?"},
              {q.rise / (2.0 * (q.up - x)),
               "rounding moves the upper place and the lower differently; "
               "which distance is the run?"},
              {q.rise / (2.0 * (x - q.down)),
               "rounding moves the lower place and the upper differently; "
               "which distance is the run?"}));
    expect_not_at_x(&q);
}

static void slope_near_zero(void)
{
    static const double at[] = {0.8, -2.5, 0.0, 40.0};
    static const double nudges[] = {1e-3, 0.25, 1e-6};
    for (size_t h = 0; h < sizeof nudges / sizeof nudges[0]; h++)
        for (int k = 0; k < FUNCTIONS; k++)
            for (size_t i = 0; i < sizeof at / sizeof at[0]; i++)
                expect_slope(&functions[k], at[i], nudges[h]);
}

/* Below a power of 2 doubles are twice as near to each other as above. */
static void slope_of_a_line_far_from_zero(void)
{
    static const double power_of_2 = 0x1p30;
    expect_exact_slope(1e9, 1e-6);
    expect_exact_slope(-1e9, 1e-6);
    expect_exact_slope(power_of_2, 1.5e-6);
    expect_exact_slope(-power_of_2, 1.5e-6);
    expect_exact_slope(1e300, 1e287);
    expect_exact_slope(0.0, 1e-300);
}

/* At whole numbers of up to ten digits, as many short as long. */
static void slope_anywhere(void)
{
    static const double nudges[] = {1e-5, 2e-5, 3e-4, 0.07};
    random_stream stream = {16};
    for (int i = 0; i < 1000; i++) {
        const uint64_t bits = random_bits(&stream) >> 31;
        const double size = (double)(bits >> random_below(&stream, 33));
        const double x = random_below(&stream, 2) == 0 ? size : -size;
        const double nudge = nudges[random_below(&stream, 4)];
        expect_exact_slope(x, nudge);
        expect_slope(&functions[random_below(&stream, FUNCTIONS)], x,
                     nudge);
    }
}

static void slope_of_what_is_handed_over(void)
{
    slope_near_zero();
    slope_of_a_line_far_from_zero();
    slope_anywhere();
}

const check checks[] = {slope_of_what_is_handed_over, NULL};
