/* fenv.h for the checks in a page: WebAssembly keeps no flags of what
   arithmetic meets. Those of the library's exponentials and logarithms,
   watch.c keeps; a product that overflows goes unnoticed. */
#pragma once

enum {
    FE_INVALID = 1,
    FE_DIVBYZERO = 2,
    FE_OVERFLOW = 4,
    FE_ALL_EXCEPT = 7
};

int feclearexcept(int flags);
int fetestexcept(int flags);
