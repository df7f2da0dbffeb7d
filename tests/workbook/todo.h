/* todo.h: what stands in a stub where the answer is to stand. No exercise
   has it for an answer, and no arithmetic comes out at it. */
#pragma once

#define TODO (-8.7654321e+300)
