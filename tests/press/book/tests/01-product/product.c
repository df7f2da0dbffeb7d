/* product.c: the one formula of the book to break is tested here. */
#include "01-product/product.h"
#include "test.h"

static void slope_is_the_other_factor(void **state)
{
    assert_near(product(1.5, 3) - product(0.5, 3), product_slope(3), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slope_is_the_other_factor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) != 0;
}
