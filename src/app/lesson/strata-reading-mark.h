#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STRATA_TYPE_READING_MARK (strata_reading_mark_get_type ())

/**
 * StrataReadingMark:
 *
 * A thin line that shows how far a lesson has been read. It says so as a meter,
 * which a screen reader tells when asked and not with every line.
 */
G_DECLARE_FINAL_TYPE (StrataReadingMark, strata_reading_mark, STRATA, READING_MARK, GtkWidget)

GtkWidget *strata_reading_mark_new          (void);
void       strata_reading_mark_set_progress (StrataReadingMark *self,
                                             double             progress);
double     strata_reading_mark_get_progress (StrataReadingMark *self);

G_END_DECLS
