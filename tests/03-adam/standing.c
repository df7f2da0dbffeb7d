/* standing.c: one loss among 20,000. */
#include "03-adam/standing.h"
#include "03-adam/fit_many.h"
#include "test.h"

#include <float.h>
#include <math.h>

/* From the smallest loss to the largest, in steps that the eye cannot see. */
static void percent_falls_from_100_to_0_as_the_loss_grows(void **state)
{
    int before = standing_percent(0.0);
    assert_int_equal(before, 100);
    for (double loss = 0.0; loss < 2.0; loss += 1.0 / 8192) {
        const int percent = standing_percent(loss);
        assert_in_range(percent, 0, 100);
        assert_true(percent <= before);
        before = percent;
    }
    assert_int_equal(before, 0);
}

static void ends_are_not_left(void **state)
{
    assert_int_equal(standing_percent(DBL_MAX), 0);
    assert_int_equal(standing_percent(INFINITY), 0);
    assert_int_equal(standing_percent(-1.0), 100);
    assert_int_equal(standing_percent(-INFINITY), 100);
}

/* Of 600 of the starts, those above each loss are as many as it says, but for
   chance; and so are those above the notebook's, 79.5%. */
static void percent_is_the_share_of_starts_that_end_above(void **state)
{
    enum { MOST = 600 };
    const long starts = starts_of(MOST);
    const fit_plan plan = {INIT_GLOROT, fit_keras(), 2000};
    double losses[MOST];
    assert_in_range(standing_percent(0.3542), 79, 80);
    for (long i = 0; i < starts; i++)
        losses[i] = fit_trial(&plan, 1 + (uint64_t)i).loss;
    for (long i = 0; i < starts; i++) {
        double above = 0.0;
        for (long other = 0; other < starts; other++)
            above += losses[other] > losses[i];
        const double share = above / (double)starts;
        assert_near(standing_percent(losses[i]), 100.0 * share,
                    1.0 + 400.0 * sqrt(0.25 / (double)starts));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(percent_falls_from_100_to_0_as_the_loss_grows),
        cmocka_unit_test(ends_are_not_left),
        cmocka_unit_test(percent_is_the_share_of_starts_that_end_above),
    };
    return cmocka_run_group_tests_name("standing", tests, NULL, NULL) != 0;
}
