/* What is typed into a table, the same in every program: words letter by letter, each
 * then cleared. The rows seen first stay the same with each letter of the first word,
 * and are others with each of the second. What is printed for each word, in ms: until
 * the rows are known, and until they are on the screen, for the slowest letter; the same
 * for clearing. */
#pragma once

#include <stdio.h>
#include <time.h>

#define N_WORDS 2
#define N_LETTERS 4
#define N_QUERIES (N_WORDS * (N_LETTERS + 1))

static const char *const bench_queries[N_QUERIES] = { "b", "ba", "bas", "basa", "",
                                                      "7", "73", "731", "7312", "" };

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
  for (int word = 0; word < N_WORDS; word++)
    {
      int cleared = word * (N_LETTERS + 1) + N_LETTERS;
      double slowest_known = 0, slowest_shown = 0;

      for (int i = cleared - N_LETTERS; i < cleared; i++)
        {
          slowest_known = known[i] > slowest_known ? known[i] : slowest_known;
          slowest_shown = shown[i] > slowest_shown ? shown[i] : slowest_shown;
        }
      printf ("%.3f %.3f %.3f %.3f\n", slowest_known, slowest_shown, known[cleared], shown[cleared]);
    }
}
