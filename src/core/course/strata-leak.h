#pragma once

#include "strata-text.h"

G_BEGIN_DECLS

/**
 * StrataLeak:
 * @concept: id of the concept whose edge is crossed
 * @title: what crosses it
 * @text: why the picture is too simple there
 *
 * Something that the nested picture of a course hides: it lies partly inside a
 * concept and partly outside.
 */
typedef struct
{
  char       *concept;
  StrataText *title;
  StrataText *text;
} StrataLeak;

StrataLeak *strata_leak_new  (const char *concept,
                              StrataText *title,
                              StrataText *text);
void        strata_leak_free (StrataLeak *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StrataLeak, strata_leak_free)

G_END_DECLS
