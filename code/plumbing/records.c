#include "records.h"

bool records_open(run_records *records, const char *trace,
                  const char *values)
{
    if (!output_open(&records->trace, trace))
        return false;
    if (output_open(&records->values, values))
        return true;
    output_abandon(&records->trace);
    return false;
}

bool records_commit(run_records *records)
{
    const bool kept = output_commit(&records->trace);
    return output_commit(&records->values) && kept;
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
