/* main.c: prints a product; --values and --trace take a file each. */
#include "product.h"

#include <stdio.h>
#include <string.h>

static int values_write(const char *path)
{
    const double w = 0.5, x = 3;
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return 1;
    fprintf(file, "w = %.17g\nx = %.17g\n", w, x);
    fprintf(file, "y = %.17g\n", product(w, x));
    return fclose(file);
}

int main(int argc, char **argv)
{
    int failed = 0;
    if (argc == 1)
        printf("%g\n", product(0.5, product_slope(3)));
    for (int i = 1; i + 1 < argc; i++) {
        if (strcmp(argv[i], "--values") == 0 ||
            strcmp(argv[i], "--trace") == 0) {
            failed |= values_write(argv[i + 1]);
        }
    }
    return failed;
}
