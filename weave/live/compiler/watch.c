/* watch.c: what watches over a reader's answer in a page, where clang has
   its checks of undefined behaviour but not the library that speaks for
   them: the same words, on standard error, and the end of the program. And
   new memory, filled as an address sanitizer fills it, until there is no
   more. What else that sanitizer sees, a page does not. */
#include "fenv.h"

#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What clang hands over, as compiler-rt reads it. */
typedef struct {
    const char *file;
    uint32_t line, column;
} place;

typedef struct {
    uint16_t kind, info; /* of an integer: whether signed, log2 of bits */
    char name[];         /* in quotes */
} type;

typedef struct {
    place at;
    const type *of, *other;
} fault;

typedef struct {
    place at;
    const type *of;
    uint8_t log_alignment, use;
} mismatch;

static _Noreturn void stop(place at, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static _Noreturn void stop(place at, const char *format, ...)
{
    va_list arguments;
    fprintf(stderr, "%s:%u:%u: runtime error: ", at.file, at.line,
            at.column);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    _Exit(EXIT_FAILURE);
}

static int bits(const type *t)
{
    return 1 << (t->info >> 1);
}

/* A number that does not fit into the argument is led to by it. */
static long long number(const type *t, uintptr_t given)
{
    if (bits(t) > 32)
        return *(const long long *)given;
    const int unused = 64 - bits(t);
    const long long left = (long long)((unsigned long long)given << unused);
    return (t->info & 1) != 0 ? left >> unused : (long long)given;
}

/* The handlers, by the names that clang calls. */
#define HANDLER(name) __ubsan_handle_##name##_abort

#define OVERFLOW_HANDLER(handler, sign)                                    \
    _Noreturn void HANDLER(handler)(const fault *f, uintptr_t a,           \
                                    uintptr_t b);                          \
    void HANDLER(handler)(const fault *f, uintptr_t a, uintptr_t b)        \
    {                                                                      \
        stop(f->at,                                                        \
             "signed integer overflow: %lld " sign " %lld cannot be "      \
             "represented in type %s",                                     \
             number(f->of, a), number(f->of, b), f->of->name);             \
    }
OVERFLOW_HANDLER(add_overflow, "+")
OVERFLOW_HANDLER(sub_overflow, "-")
OVERFLOW_HANDLER(mul_overflow, "*")

_Noreturn void HANDLER(negate_overflow)(const fault *f, uintptr_t a);
void HANDLER(negate_overflow)(const fault *f, uintptr_t a)
{
    stop(f->at, "negation of %lld cannot be represented in type %s",
         number(f->of, a), f->of->name);
}

_Noreturn void HANDLER(divrem_overflow)(const fault *f, uintptr_t a,
                                        uintptr_t b);
void HANDLER(divrem_overflow)(const fault *f, uintptr_t a, uintptr_t b)
{
    if (number(f->of, b) == 0)
        stop(f->at, "division by zero");
    stop(f->at, "division of %lld by -1 cannot be represented in type %s",
         number(f->of, a), f->of->name);
}

_Noreturn void HANDLER(shift_out_of_bounds)(const fault *f, uintptr_t a,
                                            uintptr_t b);
void HANDLER(shift_out_of_bounds)(const fault *f, uintptr_t a, uintptr_t b)
{
    const long long by = number(f->other, b);
    if (by < 0)
        stop(f->at, "shift exponent %lld is negative", by);
    if (by >= bits(f->of))
        stop(f->at, "shift exponent %lld is too large for %d-bit type %s",
             by, bits(f->of), f->of->name);
    stop(f->at,
         "left shift of %lld by %lld places cannot be represented in type "
         "%s",
         number(f->of, a), by, f->of->name);
}

_Noreturn void HANDLER(out_of_bounds)(const fault *f, uintptr_t index);
void HANDLER(out_of_bounds)(const fault *f, uintptr_t index)
{
    stop(f->at, "index %lld out of bounds for type %s",
         number(f->other, index), f->of->name);
}

_Noreturn void HANDLER(vla_bound_not_positive)(const fault *f,
                                               uintptr_t size);
void HANDLER(vla_bound_not_positive)(const fault *f, uintptr_t size)
{
    stop(f->at,
         "variable length array bound evaluates to non-positive value %lld",
         number(f->of, size));
}

_Noreturn void HANDLER(load_invalid_value)(const fault *f, uintptr_t a);
void HANDLER(load_invalid_value)(const fault *f, uintptr_t a)
{
    stop(f->at,
         "load of value %lld, which is not a valid value for type %s",
         number(f->of, a), f->of->name);
}

/* A float lies in the argument, and a double is led to by it. */
_Noreturn void HANDLER(float_cast_overflow)(const fault *f, uintptr_t a);
void HANDLER(float_cast_overflow)(const fault *f, uintptr_t a)
{
    float small;
    memcpy(&small, &a, sizeof small);
    stop(f->at,
         "%g is outside the range of representable values of type %s",
         f->of->info == 32 ? (double)small : *(const double *)a,
         f->other->name);
}

_Noreturn void HANDLER(pointer_overflow)(const fault *f, uintptr_t from,
                                         uintptr_t to);
void HANDLER(pointer_overflow)(const fault *f, uintptr_t from, uintptr_t to)
{
    if (from == 0)
        stop(f->at, "applying non-zero offset %lu to null pointer",
             (unsigned long)to);
    stop(f->at,
         "pointer index expression with base 0x%lx overflowed to "
         "0x%lx",
         (unsigned long)from, (unsigned long)to);
}

_Noreturn void HANDLER(type_mismatch_v1)(const mismatch *m, uintptr_t to);
void HANDLER(type_mismatch_v1)(const mismatch *m, uintptr_t to)
{
    static const char *const uses[] = {"load of",
                                       "store to",
                                       "reference binding to",
                                       "member access within",
                                       "member call on",
                                       "constructor call on"};
    const char *use = m->use < 6 ? uses[m->use] : "use of";
    if (to == 0)
        stop(m->at, "%s null pointer of type %s", use, m->of->name);
    if ((to & (((uintptr_t)1 << m->log_alignment) - 1)) != 0)
        stop(m->at, "%s misaligned address 0x%lx for type %s", use,
             (unsigned long)to, m->of->name);
    stop(m->at,
         "%s address 0x%lx with insufficient space for an object of type "
         "%s",
         use, (unsigned long)to, m->of->name);
}

_Noreturn void __ubsan_handle_builtin_unreachable(const fault *f);
void __ubsan_handle_builtin_unreachable(const fault *f)
{
    stop(f->at, "execution reached an unreachable program point");
}

/* Memory. */
enum { MOST_FILLED = 0x1000 }; /* bytes of what malloc gives */

void *__real_malloc(size_t size);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *old, size_t size);

static void *found(void *memory)
{
    if (memory != NULL)
        return memory;
    fputs("SUMMARY: AddressSanitizer: out-of-memory\n", stderr);
    _Exit(EXIT_FAILURE);
}

void *__wrap_malloc(size_t size)
{
    return memset(found(__real_malloc(size)), 0xbe,
                  size < MOST_FILLED ? size : MOST_FILLED);
}

void *__wrap_calloc(size_t n, size_t size)
{
    return found(__real_calloc(n, size));
}

void *__wrap_realloc(void *old, size_t size)
{
    return found(__real_realloc(old, size));
}

/* Arithmetic. */
static int met;

int feclearexcept(int flags)
{
    met &= ~flags;
    return 0;
}

int fetestexcept(int flags)
{
    return met & flags;
}

#define WATCHED(number, f)                                                 \
    number __real_##f(number x);                                           \
    number __wrap_##f(number x);                                           \
    number __wrap_##f(number x)                                            \
    {                                                                      \
        const number y = __real_##f(x);                                    \
        if (isfinite(x) && !isfinite(y))                                   \
            met |= isnan(y) ? FE_INVALID                                   \
                   : y > 0  ? FE_OVERFLOW                                  \
                            : FE_DIVBYZERO;                                 \
        return y;                                                          \
    }
WATCHED(double, exp)
WATCHED(double, exp2)
WATCHED(double, expm1)
WATCHED(double, sinh)
WATCHED(double, cosh)
WATCHED(double, log)
WATCHED(double, log1p)
WATCHED(float, expf)
