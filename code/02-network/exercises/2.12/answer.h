/* answer.h: what exercise 2.12 asks for. */
#pragma once

#include "todo.h"

#include "02-network/network.h"
#include "plumbing/random.h"

/* How far a parameter may be moved, up or down from where it is. */
#define FARTHEST 0.1

/* Moves parameters of a network, whose hidden units are alike, by numbers
   drawn from the stream, so that no two of its hidden units are. The same
   network and the same stream give the same start again. */
void tie_break(network *net, random_stream *stream);
