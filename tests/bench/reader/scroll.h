/* How a text is scrolled, the same in every program: it stands still, then come pages one
 * after the other and jumps far up and down, each a while after the one before it. What is
 * printed: the median and the worst, in ms. */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define N_PAGES 40
#define N_JUMPS 20
#define N_FRAMES (N_PAGES + N_JUMPS)
#define STILL_MS 1000
#define PAUSE_MS 20

static inline double
bench_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* Where the frame @i begins, after one that began at @value. */
static inline double
bench_place (int    i,
             double value,
             double page,
             double top)
{
  double place = i < N_PAGES ? value + page : top * ((i * 7) % N_JUMPS) / N_JUMPS + 1;

  return place < top ? place : top;
}

static inline int
bench_compare (const void *a,
               const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static inline void
bench_print (double *frames)
{
  qsort (frames, N_FRAMES, sizeof (double), bench_compare);
  printf ("%.2f %.2f\n", frames[N_FRAMES / 2], frames[N_FRAMES - 1]);
  fflush (stdout);
}
