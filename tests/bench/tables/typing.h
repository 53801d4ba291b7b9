/* What is typed into a table, the same in every program: a word letter by letter, then it
 * is cleared. What is printed, in ms: until the rows are known, and until they are on the
 * screen, for the slowest letter; the same for clearing. */
#pragma once

#include <stdio.h>
#include <time.h>

#define N_QUERIES 5

static const char *const bench_queries[N_QUERIES] = { "b", "ba", "bas", "basa", "" };

static inline double
bench_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static inline void
bench_print (const double known[N_QUERIES],
             const double shown[N_QUERIES])
{
  double slowest_known = 0, slowest_shown = 0;

  for (int i = 0; i < N_QUERIES - 1; i++)
    {
      slowest_known = known[i] > slowest_known ? known[i] : slowest_known;
      slowest_shown = shown[i] > slowest_shown ? shown[i] : slowest_shown;
    }
  printf ("%.3f %.3f %.3f %.3f\n", slowest_known, slowest_shown, known[N_QUERIES - 1],
          shown[N_QUERIES - 1]);
}
