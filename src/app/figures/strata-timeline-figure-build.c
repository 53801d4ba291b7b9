/* The lanes and events of a timeline, out of its table. */
#include "config.h"

#include "strata-timeline-figure-private.h"

#include <glib/gi18n-lib.h>

#include "course/strata-row-format.h"

/* Years beyond are taken as this: nothing a course tells of is that old. */
#define FARTHEST_YEAR 1000000

/* A row on its way into the figure. */
typedef struct
{
  StrataRow *row;
  int        year;
  gboolean   dated;
  guint      at;      /* in the table */
  guint      track;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a, *other = b;

  if (one->dated != other->dated)
    return one->dated ? -1 : 1;
  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;
  return one->at < other->at ? -1 : 1;
}

static void
entry_clear (gpointer data)
{
  g_object_unref (((Entry *) data)->row);
}

/* The rows by year; those without one come last, as if they were as late. */
static GArray *
list_entries (StrataTable *table)
{
  guint column = (guint) strata_table_get_figure (table)->x;
  GListModel *rows = strata_table_get_rows (table);
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  int last = 0;

  g_array_set_clear_func (entries, entry_clear);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      Entry entry = { .row = g_list_model_get_item (rows, i), .at = i };

      entry.dated = strata_row_is_set (entry.row, column);
      if (entry.dated)
        entry.year = (int) CLAMP (strata_row_get_number (entry.row, column), -FARTHEST_YEAR,
                                  FARTHEST_YEAR);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      if (!entry->dated)
        entry->year = last;
      last = entry->year;
    }
  return entries;
}

/* Adds a lane for the rows whose first value is @id, if there are any; those
 * without a value for a NULL. */
static void
add_track (StrataTimelineFigure *self,
           GArray               *entries,
           const char           *id,
           const char           *name,
           StrataConcept        *concept,
           guint                 level)
{
  int column = strata_table_get_figure (strata_figure_get_table (STRATA_FIGURE (self)))->lane;
  StrataTimelineTrack track = { NULL, concept, level, NULL };
  gboolean used = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      const char *const *ids = column >= 0 ? strata_row_get_ids (entry->row, (guint) column) : NULL;
      const char *first = ids != NULL ? ids[0] : NULL;

      if (g_strcmp0 (first, id) != 0)
        continue;
      entry->track = self->tracks->len;
      used = TRUE;
    }
  if (!used)
    return;
  track.name = g_strdup (name);
  g_array_append_val (self->tracks, track);
}

static void
add_concept_tracks (StrataTimelineFigure *self,
                    GArray               *entries)
{
  StrataFigure *figure = STRATA_FIGURE (self);
  GPtrArray *concepts = strata_course_get_concepts (strata_figure_get_course (figure));

  for (guint i = 0; i < concepts->len; i++)
    self->n_levels = MAX (self->n_levels, strata_concept_get_level (concepts->pdata[i]));
  for (guint i = 0; i < concepts->len; i++)
    {
      StrataConcept *concept = concepts->pdata[i];

      add_track (self, entries, strata_concept_get_id (concept),
                 strata_text_get (strata_concept_get_name (concept),
                                  strata_figure_get_languages (figure)),
                 concept, strata_concept_get_level (concept));
    }
}

static void
add_choice_tracks (StrataTimelineFigure *self,
                   GArray               *entries,
                   StrataColumn         *column)
{
  guint n = strata_column_get_n_choices (column);

  self->n_levels = n + 1;
  for (guint i = 0; i < n; i++)
    add_track (self, entries, strata_column_get_choice_id (column, i),
               strata_text_get (strata_column_get_choice_name (column, i),
                                strata_figure_get_languages (STRATA_FIGURE (self))),
               NULL, i + 2);
}

static void
add_tracks (StrataTimelineFigure *self,
            GArray               *entries)
{
  StrataTable *table = strata_figure_get_table (STRATA_FIGURE (self));
  int lane = strata_table_get_figure (table)->lane;
  StrataColumn *column = lane >= 0 ? strata_table_get_column (table, (guint) lane) : NULL;

  self->n_levels = 2;
  if (column != NULL && strata_column_get_column_type (column) == STRATA_COLUMN_CONCEPTS)
    add_concept_tracks (self, entries);
  else if (column != NULL)
    add_choice_tracks (self, entries, column);
  add_track (self, entries, NULL, column != NULL ? _("Others") : NULL, NULL,
             MAX (1, self->n_levels / 2));
}

static char *
dup_spoken (StrataTimelineFigure *self,
            const Entry          *entry,
            const char           *year,
            const char           *name,
            guint                 at,
            guint                 n)
{
  const char *lane = TRACK (self, entry->track)->name;

  if (lane == NULL)
    /* Translators: an event for a screen reader: its year, its name, which of how
     * many it is. */
    return g_strdup_printf (_("%s, %s, %u of %u"), year, name, at, n);
  /* Translators: an event for a screen reader: its year, its name, the group it
   * belongs to, which of how many it is. */
  return g_strdup_printf (_("%s, %s, %s, %u of %u"), year, name, lane, at, n);
}

static void
add_event (StrataTimelineFigure *self,
           const Entry          *entry,
           guint                 at,
           guint                 n)
{
  StrataFigure *figure = STRATA_FIGURE (self);
  StrataTable *table = strata_figure_get_table (figure);
  const char *const *languages = strata_figure_get_languages (figure);
  const char *name = strata_table_get_row_name (table, entry->row, languages);
  GtkWidget *mark =
      strata_timeline_mark_new (TRACK (self, entry->track)->level, self->n_levels);
  StrataTimelineEvent event = { .mark = STRATA_TIMELINE_MARK (mark) };
  StrataTimelineItem item = { .year = entry->year, .lane = entry->track };
  g_autofree char *summary =
      strata_row_dup_summary (strata_figure_get_course (figure), table, entry->row, languages);
  g_autofree char *spoken = NULL;

  /* Translators: the name of an event whose year is not known. */
  event.name = entry->dated ? g_strdup (name) : g_strdup_printf (_("%s (no year)"), name);
  event.year = entry->dated ? g_strdup_printf ("%d", entry->year) : g_strdup (_("no year"));
  spoken = dup_spoken (self, entry, event.year, name, at, n);
  g_array_append_val (self->events, event);
  g_array_append_val (self->items, item);
  strata_figure_mark_set_row (STRATA_FIGURE_MARK (mark), entry->row, spoken,
                              *summary != '\0' ? summary : NULL);
  strata_figure_add_mark (figure, STRATA_FIGURE_MARK (mark));
}

void
_strata_timeline_figure_build (StrataFigure *figure)
{
  StrataTimelineFigure *self = STRATA_TIMELINE_FIGURE (figure);
  g_autoptr (GArray) entries = list_entries (strata_figure_get_table (figure));
  g_autofree int *years = g_new (int, entries->len + 1);

  g_array_set_size (self->tracks, 0);
  g_array_set_size (self->events, 0);
  g_array_set_size (self->items, 0);
  g_clear_pointer (&self->axis, strata_timeline_axis_free);
  g_clear_object (&self->context);
  graphene_size_init (&self->grown, 0, 0);
  self->lit = -1;
  if (entries->len > 0)
    add_tracks (self, entries);
  g_array_set_size (self->lanes, self->tracks->len);
  for (guint i = 0; i < entries->len; i++)
    {
      add_event (self, &g_array_index (entries, Entry, i), i + 1, entries->len);
      years[i] = g_array_index (entries, Entry, i).year;
    }
  if (entries->len > 0)
    self->axis = strata_timeline_axis_new (years, entries->len);
  g_signal_emit_by_name (self, "rebuilt");
}
