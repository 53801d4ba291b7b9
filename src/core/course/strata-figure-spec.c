#include "strata-figure-spec.h"

static void
line_free (gpointer data)
{
  StrataFigureLine *line = data;

  strata_text_unref (line->label);
  g_free (line);
}

/**
 * strata_figure_spec_new:
 * @type: what is drawn
 *
 * Returns: (transfer full): a figure without columns
 */
StrataFigureSpec *
strata_figure_spec_new (StrataFigureType type)
{
  StrataFigureSpec *self = g_new0 (StrataFigureSpec, 1);

  self->type = type;
  self->group = self->x = self->y = self->size = self->lane = -1;
  self->factor = 1;
  self->lines = g_ptr_array_new_with_free_func (line_free);
  return self;
}

void
strata_figure_spec_free (StrataFigureSpec *self)
{
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->unit, strata_text_unref);
  g_clear_pointer (&self->missing, strata_text_unref);
  g_free (self);
}

/**
 * strata_figure_spec_add_line:
 * @self: a figure
 * @value: where the line stands
 * @label: (transfer none): what is written on it
 */
void
strata_figure_spec_add_line (StrataFigureSpec *self,
                             double            value,
                             StrataText       *label)
{
  StrataFigureLine *line;

  g_return_if_fail (self != NULL && label != NULL);

  line = g_new (StrataFigureLine, 1);
  line->value = value;
  line->label = strata_text_ref (label);
  g_ptr_array_add (self->lines, line);
}
