#include "strata-reading-mark.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 3    /* pixels */

struct _StrataReadingMark
{
  GtkWidget  parent_instance;

  GtkWidget *line;
  double     progress;    /* from 0 to 1 */
};

G_DEFINE_FINAL_TYPE (StrataReadingMark, strata_reading_mark, GTK_TYPE_WIDGET)

static void
strata_reading_mark_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
strata_reading_mark_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  StrataReadingMark *self = STRATA_READING_MARK (widget);
  int length = (int) round (width * self->progress);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_measure (self->line, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_set_child_visible (self->line, length > 0);
  gtk_widget_size_allocate (self->line,
                            &(GtkAllocation) { rtl ? width - length : 0, 0, length, height }, -1);
}

static void
strata_reading_mark_dispose (GObject *object)
{
  g_clear_pointer (&STRATA_READING_MARK (object)->line, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_reading_mark_parent_class)->dispose (object);
}

static void
strata_reading_mark_class_init (StrataReadingMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = strata_reading_mark_dispose;
  widget_class->measure = strata_reading_mark_measure;
  widget_class->size_allocate = strata_reading_mark_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
  gtk_widget_class_set_css_name (widget_class, "reading-mark");
}

static void
tell (StrataReadingMark *self)
{
  /* Translators: how much of a lesson has been read. */
  g_autofree char *text = g_strdup_printf (_("%d%% read"), (int) round (100 * self->progress));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  self->progress, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
strata_reading_mark_init (StrataReadingMark *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How Far You Have Read"), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0, -1);
  tell (self);
}

GtkWidget *
strata_reading_mark_new (void)
{
  return g_object_new (STRATA_TYPE_READING_MARK, NULL);
}

/**
 * strata_reading_mark_set_progress:
 * @self: the mark
 * @progress: from 0, nothing, to 1, all
 */
void
strata_reading_mark_set_progress (StrataReadingMark *self,
                                  double             progress)
{
  g_return_if_fail (STRATA_IS_READING_MARK (self));

  progress = CLAMP (progress, 0, 1);
  if (progress == self->progress)
    return;
  self->progress = progress;
  tell (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

double
strata_reading_mark_get_progress (StrataReadingMark *self)
{
  g_return_val_if_fail (STRATA_IS_READING_MARK (self), 0);

  return self->progress;
}
