/* The checks of exercise 4.12: beside the chapter's answer, asked twice. */
#include "answer.h"

#include "04-digits/training.h"
#include "plumbing/random.h"
#include "workbook.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 12, ROWS = 30, BEHIND = 2 };

/* The two answers, the first first; -1 where there is none. */
typedef struct {
    int first, second;
} two;

static two two_of(const double z[], int n)
{
    double rest[MOST];
    two t = {-1, -1};
    for (int k = 0; k < n; k++)
        if (isnan(z[k]))
            return t;
    t.first = largest(z, n);
    int others = 0;
    for (int k = 0; k < n; k++)
        if (k != t.first)
            rest[others++] = z[k];
    if (others > 0)
        t.second = largest(rest, others);
    t.second += t.second >= t.first;
    return t;
}

static bool right_of(const double z[], int n, int c)
{
    const two t = two_of(z, n);
    return c == t.first || (n > 1 && c == t.second);
}

static const char *logits_text(const double z[], int n)
{
    static char words[400];
    int used = 0;
    for (int k = 0; k < n; k++)
        used +=
            snprintf(words + used, sizeof words - (size_t)used, "%s%s",
                     k > 0 ? ", " : "",
                     isnan(z[k])   ? "NAN"
                     : isinf(z[k]) ? (z[k] > 0.0 ? "INFINITY" : "-INFINITY")
                                   : text("%.4g", z[k]));
    return words;
}

static bool holds_nan(const double z[], int n)
{
    for (int k = 0; k < n; k++)
        if (isnan(z[k]))
            return true;
    return false;
}

/* What an earlier or later of the largest ones, found in one loop, would
   have for the two. */
static bool second_found_behind(const double z[], int n, int c)
{
    int second = -1;
    const int first = largest(z, n);
    for (int k = first + 1; k < n; k++)
        if (second < 0 || z[k] > z[second])
            second = k;
    return c == first || c == second;
}

static bool second_was_first(const double z[], int n, int c)
{
    int first = 0, second = 0;
    for (int k = 1; k < n; k++)
        if (z[k] > z[first]) {
            second = first;
            first = k;
        }
    return c == first || c == second;
}

static bool first_dropped(const double z[], int n, int c)
{
    int first = 0, second = 0;
    for (int k = 1; k < n; k++)
        if (z[k] > z[first])
            first = k;
        else if (second == first || z[k] > z[second])
            second = k;
    return c == first || c == second;
}

static int larger_than(const double z[], int n, int c)
{
    int larger = 0;
    for (int k = 0; k < n; k++)
        larger += z[k] > z[c];
    return larger;
}

static const char *suspicion(const double z[], int n, int c, bool got)
{
    const two t = two_of(z, n);
    int equal = 0;
    double above = -1.0;
    for (int k = 0; k < n; k++) {
        equal += z[k] == z[c];
        above = fmax(above, z[k]);
    }
    if (holds_nan(z, n))
        return "one of them is a NaN; does your program look at each?";
    if (n == 1)
        return "with one class there is one answer, and it is the right "
               "one";
    if (equal > 1 && got)
        return "of equal ones the earlier goes first; how many go before "
               "this class?";
    if (equal > 1)
        return "of equal ones the earlier goes first; do as many go before "
               "this class as your program says?";
    if (above < 0.0)
        return "none of them is above zero; where does the search for the "
               "largest begin?";
    if (!got && c == t.second)
        return "this class is the second choice; are both looked at?";
    if (!got)
        return "this class has the largest logit of all";
    if (larger_than(z, n, c) == 2)
        return "this class is the third choice; how many may be larger?";
    return "this class is far from the largest";
}

/* A slip that the reader's function agrees with wherever it is asked. */
static const struct {
    bool (*made)(const double z[], int n, int c);
    const char *message;
} habits[] = {
    {second_was_first, "the second is kept only where a new first comes; "
                       "what of a later one that comes between the two?"},
    {first_dropped, "where a new first comes, the old one is forgotten; "
                    "which place is it to take?"},
    {second_found_behind,
     "the second is looked for behind the first only; may it stand before "
     "it, too?"},
};

/* The message of the habit that explains it all, or NULL. */
static const char *habit_of(void)
{
    for (size_t h = 0; h < sizeof habits / sizeof habits[0]; h++) {
        random_stream r = {13};
        bool explains = true;
        for (int i = 0; i < 200 && explains; i++) {
            double z[5];
            for (int k = 0; k < 5; k++)
                z[k] = 1.0 + random_uniform(&r);
            for (int c = 0; c < 5; c++)
                explains =
                    explains && top_two(z, 5, c) == habits[h].made(z, 5, c);
        }
        if (explains)
            return habits[h].message;
    }
    return NULL;
}

static void expect_row(const double logits[], int n)
{
    double z[MOST + BEHIND], before[MOST + BEHIND];
    for (int k = 0; k < n + BEHIND; k++)
        before[k] = z[k] = k < n ? logits[k] : 1e300;
    for (int c = 0; c < n; c++) {
        const bool got = top_two(z, n, c), right = right_of(logits, n, c);
        if (memcmp(z, before, sizeof(double) * (size_t)n) != 0)
            suspect("top_two has changed the logits, which it is to read "
                    "only");
        if (got == right)
            continue;
        if (habit_of() != NULL)
            suspect("top_two(z, %d, %d), with the logits %s, returned %s, "
                    "expected %s: %s",
                    n, c, logits_text(z, n), got ? "true" : "false",
                    right ? "true" : "false", habit_of());
        bool at_end = !holds_nan(z, n) && !got;
        for (int k = 0; k < BEHIND; k++)
            z[n + k] = -1e300;
        at_end = at_end && top_two(z, n, c) == right;
        suspect("top_two(z, %d, %d), with the logits %s, returned %s, "
                "expected %s: %s",
                n, c, logits_text(z, n), got ? "true" : "false",
                right ? "true" : "false",
                at_end ? "it looks at a number behind the last logit; how "
                         "far does the loop go?"
                       : suspicion(z, n, c, got));
    }
}

static void one_row(void)
{
    static const struct {
        int n;
        double z[MOST];
    } by_hand[] = {
        {4, {0.5, 2.0, 1.0, 1.5}},
        {4, {2.0, 1.5, 1.0, 0.5}},
        {4, {0.5, 1.0, 1.5, 2.0}},
        {4, {-3.0, -1.0, -2.0, -4.0}},
        {4, {3.0, 7.0, 7.0, 7.0}},
        {4, {7.0, 7.0, 7.0, 3.0}},
        {4, {1.0, 9.0, 1.0, 1.0}},
        {3, {0.0, 0.0, 0.0}},
        {1, {-2.0}},
        {2, {-2.0, -1.0}},
        {2, {5.0, 5.0}},
        {3, {-INFINITY, -INFINITY, 0.0}},
        {3, {-INFINITY, -INFINITY, -INFINITY}},
        {4, {INFINITY, 1e308, INFINITY, INFINITY}},
        {3, {NAN, 1.0, 2.0}},
        {3, {1.0, NAN, 2.0}},
        {3, {2.0, 1.0, NAN}},
        {1, {NAN}},
        {2, {NAN, NAN}},
    };
    random_stream r = {412};
    for (size_t i = 0; i < sizeof by_hand / sizeof by_hand[0]; i++)
        expect_row(by_hand[i].z, by_hand[i].n);
    for (int i = 0; i < 3000; i++) {
        double z[MOST];
        const int n = 1 + i % MOST;
        for (int k = 0; k < n; k++)
            z[k] = i % 2 == 0 ? (double)random_below(&r, 4) - 2.0
                              : random_normal(&r);
        expect_row(z, n);
    }
}

/* How many of the first so many rows are right, row by row. */
static int count_of(const double *z, const int *right, int rows, int n)
{
    int count = 0;
    for (int row = 0; row < rows; row++)
        count += right_of(z + row * n, n, right[row]);
    return count;
}

static void expect_share(const double z[], const int right[], int rows,
                         int n)
{
    const double got = top_two_share(z, right, rows, n);
    const int count = count_of(z, right, rows, n);
    const double share = (double)count / rows;
    int first = 0, of_first_row = 0, overlapping = 0;
    for (int row = 0; row < rows; row++) {
        first += two_of(z + row * n, n).first == right[row];
        of_first_row += right_of(z, n, right[row]);
        overlapping += right_of(z + row, n, right[row]);
    }
    const int shorter = count_of(z, right, rows - 1, n);
    const int rest = count_of(z + n, right + 1, rows - 1, n);
    expect_result(
        text("top_two_share(z, right, %d, %d), where the right class of %d "
             "rows is among the two,",
             rows, n, count),
        got, share, 1e-12,
        SLIPS({count, "that is the count; what makes a share of it?"},
              {100.0 * share, "that is a percentage; a share is at most "
                              "one"},
              {count / rows, "a whole number divided by another loses what "
                             "is behind the point; which type is the "
                             "quotient?"},
              {1.0 - share, "that is the share of the others"},
              {(double)count / n, "it is divided by the number of classes; "
                                  "how many rows are there?"},
              {(double)count / (rows * n),
               "it is divided by the number of logits; how many rows are "
               "there?"},
              {(double)first / rows,
               "that is the accuracy; does it ask for both choices?"},
              {(double)of_first_row / rows,
               "all right classes are looked for in the first row; where "
               "do the logits of a row begin?"},
              {(double)overlapping / rows,
               "each row is taken to begin one number after the one "
               "before; how many numbers are there in a row?"},
              {(double)shorter / rows, "the last row is left out"},
              {(double)shorter / (rows - 1), "the last row is left out"},
              {(double)rest / rows, "the first row is left out"},
              {(double)rest / (rows - 1), "the first row is left out"},
              {right_of(z, n, right[0]) / (double)rows,
               "only the first row counts; does the loop go on?"}));
}

static void all_rows(void)
{
    random_stream r = {24};
    for (int n = MOST; n > 1; n--)
        for (int rows = ROWS; rows > 1; rows -= 3) {
            double z[(ROWS + BEHIND) * MOST], z_before[ROWS * MOST];
            int right[ROWS + BEHIND], right_before[ROWS];
            for (int i = 0; i < (rows + BEHIND) * n; i++)
                z[i] = random_normal(&r);
            z[rows / 2 * n + n / 2] = NAN;
            for (int row = 0; row < rows + BEHIND; row++) {
                const two t = two_of(z + row * n, n);
                const int choice = (int)random_below(&r, 5);
                right[row] = row == (rows % 2 == 0 ? 0 : rows - 1)
                                 ? (t.first + 2) % n
                             : choice < 3 ? (t.first >= 0 ? t.first : 0)
                             : choice < 4
                                 ? (t.second >= 0 ? t.second : 0)
                                 : (int)random_below(&r, (uint64_t)n);
            }
            memcpy(z_before, z, sizeof(double) * (size_t)(rows * n));
            memcpy(right_before, right, sizeof(int) * (size_t)rows);
            expect_share(z, right, rows, n);
            if (memcmp(z_before, z, sizeof(double) * (size_t)(rows * n)) !=
                    0 ||
                memcmp(right_before, right, sizeof(int) * (size_t)rows) !=
                    0)
                suspect(
                    "top_two_share has changed what it is to read only");
        }
    double one[] = {0.5, 1.5, 1.0};
    expect_share(one, (int[]){2}, 1, 3);
    expect_share(one, (int[]){0}, 1, 3);
}

/* A top_two that is false whatever it is asked is that of the stub. */
static void share_of_two(void)
{
    double z[] = {0.5, 2.0, 1.0};
    if (top_two_share(z, (int[]){1}, 1, 3) == TODO)
        unanswered("top_two_share");
    one_row();
    all_rows();
}

static void choice_of_two(void)
{
    double z[] = {0.5, 2.0, 1.0};
    if (!top_two(z, 3, 1) && !top_two(z, 3, 2) && !top_two(z, 3, 0))
        unanswered("top_two");
    one_row();
}

const check checks[] = {choice_of_two, share_of_two, NULL};
