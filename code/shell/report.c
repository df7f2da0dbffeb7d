#include "report.h"
#include "plumbing/messages.h"

#include <math.h>

void number_print(double number, int width, int decimals)
{
    const double size = fabs(number);
    if (size == 0.0 || (size >= 1e-4 && size < 1e4))
        printf("%*.*f", width, decimals, size == 0.0 ? 0.0 : number);
    else
        printf(" %*.*e", width - 1, decimals - 3, number);
}

bool epoch_is_shown(long epoch, long last)
{
    long round = 1;
    while (epoch > 5 * round)
        round *= 10;
    return epoch == 0 || epoch == last || epoch == round ||
           epoch == 2 * round || epoch == 5 * round;
}

void epoch_print(long epoch, const double numbers[], int n)
{
    printf("%8ld", epoch);
    for (int i = 0; i < n; i++)
        number_print(numbers[i], 13, 6);
    putchar('\n');
}

bool complain_diverged(long epoch)
{
    return complain("diverged at epoch %ld: a number is no longer finite",
                    epoch);
}

void trace_begin(const output_file *trace, const char *columns)
{
    if (trace->stream != NULL)
        fprintf(trace->stream, "%s\n", columns);
}

void trace_row(const output_file *trace, long epoch, const double numbers[],
               int n)
{
    if (trace->stream == NULL)
        return;
    fprintf(trace->stream, "%ld", epoch);
    for (int i = 0; i < n; i++)
        fprintf(trace->stream, ",%.17g", numbers[i]);
    fputc('\n', trace->stream);
}

void value_write(const output_file *values, const char *name, double value)
{
    if (values->stream != NULL)
        fprintf(values->stream, "%s = %.17g\n", name, value);
}

void value_write_at(const output_file *values, const char *name, int k,
                    double value)
{
    if (values->stream != NULL)
        fprintf(values->stream, "%s.%d = %.17g\n", name, k, value);
}
