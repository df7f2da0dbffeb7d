/* chain.c: the six derivatives of one pass, found both ways. */
#include "01-neuron/chain.h"
#include "plumbing/random.h"
#include "test.h"

static chain chain_drawn(random_stream *stream)
{
    chain c;
    c.n.w = 4.0 * random_uniform(stream) - 2.0;
    c.n.b = 4.0 * random_uniform(stream) - 2.0;
    c.s.x = 4.0 * random_uniform(stream) - 2.0;
    c.s.y = random_uniform(stream);
    c.f = neuron_forward(&c.n, &c.s);
    return c;
}

static void each_link_has_its_slope_and_its_name(void **state)
{
    random_stream stream = {1};
    for (int i = 0; i < 1000; i++) {
        const chain c = chain_drawn(&stream);
        const slopes d = neuron_backward(&c.s, &c.f);
        const double right[] = {d.dL_dyhat, d.dyhat_dz, d.dz_dw,
                                d.dz_db,    d.dL_dw,    d.dL_db};
        const char *const names[] = {"dL_dyhat", "dyhat_dz", "dz_dw",
                                     "dz_db",    "dL_dw",    "dL_db"};
        derivative all[CHAIN_DERIVATIVES];
        chain_derivatives(c, all);
        for (int k = 0; k < CHAIN_DERIVATIVES; k++) {
            assert_string_equal(all[k].name, names[k]);
            assert_same_bits(all[k].analytic, right[k]);
            assert_near(all[k].numeric.slope, right[k], 1e-9);
        }
        assert_true(derivatives_agree(all, CHAIN_DERIVATIVES));
    }
}

/* A pass that is not that of its neuron: the links in the middle are taken
   where it went through, the ends from the neuron. */
static void links_are_nudged_where_the_pass_went_through(void **state)
{
    random_stream stream = {2};
    chain c = chain_drawn(&stream);
    c.f.z = 0.0;
    c.f.yhat = 0.25;
    derivative all[CHAIN_DERIVATIVES];
    chain_derivatives(c, all);
    assert_near(all[0].numeric.slope, 0.25 - c.s.y, 1e-9);
    assert_near(all[1].numeric.slope, 0.25, 1e-9);
    assert_near(all[2].numeric.slope, c.s.x, 1e-9);
    assert_near(all[3].numeric.slope, 1.0, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_link_has_its_slope_and_its_name),
        cmocka_unit_test(links_are_nudged_where_the_pass_went_through),
    };
    return cmocka_run_group_tests_name("chain", tests, NULL, NULL) != 0;
}
