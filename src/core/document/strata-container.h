#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is nested deeper stands in the innermost of these. */
#define STRATA_CONTAINER_MAX_DEPTH 32

typedef enum
{
  STRATA_CONTAINER_QUOTE,
  STRATA_CONTAINER_ITEM,
  STRATA_CONTAINER_DETAILS,
} StrataContainerKind;

typedef enum
{
  STRATA_TASK_NONE,
  STRATA_TASK_OPEN,
  STRATA_TASK_DONE,
} StrataTask;

/**
 * StrataContainer:
 * @kind: a quote, an item of a list, or a part that folds
 * @parent: the container it lies in, 0 for none
 * @depth: how many containers it and those around it are, from 1 to
 *   %STRATA_CONTAINER_MAX_DEPTH
 * @start: offset of its first character
 * @end: offset of the line break that ends its last block
 * @list: of an item, which list it is of; counts from 1
 * @ordered: of an item, whether it is numbered
 * @number: of a numbered item
 * @tight: of an item, whether its list has no room between items
 * @task: of an item, whether it is a task
 * @open: of a part that folds, whether the lesson wants it unfolded
 *
 * What blocks lie in. From a block's container the parents lead outward, so
 * that a view knows every bar and indent in their order.
 */
typedef struct
{
  StrataContainerKind kind;
  guint               parent;
  guint               depth;
  guint               start;
  guint               end;
  guint               list;
  gboolean            ordered;
  guint               number;
  gboolean            tight;
  StrataTask          task;
  gboolean            open;
} StrataContainer;

G_END_DECLS
