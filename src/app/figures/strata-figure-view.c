#include "config.h"

#include "strata-figure-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "compat.h"
#include "strata-figure-export.h"

/* Above and below a mark that is scrolled to, in pixels. */
#define SCROLL_MARGIN 12

struct _StrataFigureView
{
  GtkWidget     parent_instance;

  GtkWidget    *toasts;
  GtkWidget    *scroller;
  GtkWidget    *figure;     /* NULL before there is a table */
  guint         scrolling;  /* idle source */
};

enum
{
  ROW_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StrataFigureView, strata_figure_view, GTK_TYPE_WIDGET)

static void
row_opened (StrataFigureView *self,
            StrataRow        *row)
{
  g_signal_emit (self, signals[ROW_OPENED], 0, row);
}

/* Brings the mark that has the keyboard, or is open, into view. */
static gboolean
scroll_to_mark (gpointer data)
{
  StrataFigureView *self = data;
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  const graphene_rect_t *bounds = NULL;

  self->scrolling = 0;
  if (self->figure != NULL)
    bounds = strata_figure_get_current_bounds (STRATA_FIGURE (self->figure));
  if (bounds != NULL)
    gtk_adjustment_clamp_page (adjustment, bounds->origin.y - SCROLL_MARGIN,
                               bounds->origin.y + bounds->size.height + SCROLL_MARGIN);
  return G_SOURCE_REMOVE;
}

/* Another height: the detail beside the figure came or went. */
static void
height_changed (StrataFigureView *self)
{
  if (self->scrolling == 0)
    self->scrolling = g_idle_add (scroll_to_mark, self);
}

static void
strata_figure_view_dispose (GObject *object)
{
  StrataFigureView *self = STRATA_FIGURE_VIEW (object);

  g_clear_handle_id (&self->scrolling, g_source_remove);
  g_clear_pointer (&self->toasts, gtk_widget_unparent);
  g_clear_object (&self->scroller);
  self->figure = NULL;

  G_OBJECT_CLASS (strata_figure_view_parent_class)->dispose (object);
}

static void
strata_figure_view_class_init (StrataFigureViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_figure_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * StrataFigureView::row-opened:
   * @self: the view
   * @row: whose mark was pressed
   */
  signals[ROW_OPENED] =
      g_signal_new ("row-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, STRATA_TYPE_ROW);
}

static void
strata_figure_view_init (StrataFigureView *self)
{
  self->toasts = adw_toast_overlay_new ();
  self->scroller = g_object_ref_sink (gtk_scrolled_window_new ());
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                           "changed", G_CALLBACK (height_changed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), self->scroller);
  gtk_widget_set_parent (self->toasts, GTK_WIDGET (self));
}

GtkWidget *
strata_figure_view_new (void)
{
  return g_object_new (STRATA_TYPE_FIGURE_VIEW, NULL);
}

/**
 * strata_figure_view_get_figure:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
StrataFigure *
strata_figure_view_get_figure (StrataFigureView *self)
{
  g_return_val_if_fail (STRATA_IS_FIGURE_VIEW (self), NULL);

  return self->figure != NULL ? STRATA_FIGURE (self->figure) : NULL;
}

/* What stands around a figure goes with it. */
static void
replace_figure (StrataFigureView *self,
                StrataFigureType  type)
{
  AdwToastOverlay *toasts = ADW_TOAST_OVERLAY (self->toasts);

  adw_toast_overlay_set_child (toasts, NULL);
  self->figure = strata_figure_new (type);
  g_signal_connect_object (self->figure, "row-opened", G_CALLBACK (row_opened), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->figure);
  adw_toast_overlay_set_child (toasts, strata_figure_wrap (STRATA_FIGURE (self->figure),
                                                           self->scroller));
}

/**
 * strata_figure_view_show:
 * @self: the view
 * @course: a course
 * @table: a table that strata_figure_can_show()
 * @filter: which of its rows are not faded
 * @languages: as for strata_text_get()
 */
void
strata_figure_view_show (StrataFigureView  *self,
                         StrataCourse      *course,
                         StrataTable       *table,
                         StrataFilter      *filter,
                         const char *const *languages)
{
  g_return_if_fail (STRATA_IS_FIGURE_VIEW (self) && strata_figure_can_show (table));

  if (self->figure == NULL || strata_figure_get_table (STRATA_FIGURE (self->figure)) != table)
    replace_figure (self, strata_table_get_figure (table)->type);
  strata_figure_show (STRATA_FIGURE (self->figure), course, table, filter, languages);
}

/**
 * strata_figure_view_refilter:
 * @self: the view
 *
 * To be called when other rows match: those that do not, fade.
 */
void
strata_figure_view_refilter (StrataFigureView *self)
{
  g_return_if_fail (STRATA_IS_FIGURE_VIEW (self));

  if (self->figure != NULL)
    strata_figure_refilter (STRATA_FIGURE (self->figure));
}

/**
 * strata_figure_view_select:
 * @self: the view
 * @row: (nullable): whose detail is open
 */
void
strata_figure_view_select (StrataFigureView *self,
                           StrataRow        *row)
{
  g_return_if_fail (STRATA_IS_FIGURE_VIEW (self));

  if (self->figure != NULL)
    strata_figure_select (STRATA_FIGURE (self->figure), row);
}

/**
 * strata_figure_view_focus:
 * @self: the view
 *
 * Gives the keyboard to the open row's mark, or to the first one.
 */
void
strata_figure_view_focus (StrataFigureView *self)
{
  g_return_if_fail (STRATA_IS_FIGURE_VIEW (self));

  if (self->figure != NULL)
    gtk_widget_grab_focus (self->figure);
}

/* Saving. ------------------------------------------------------------------------ */

static void
tell (StrataFigureView *self,
      const char       *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);   /* a toast's title is markup */

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (escaped));
}

static void
tell_failure (StrataFigureView *self,
              const GError     *error)
{
  g_autofree char *text = g_strdup_printf (_("The picture could not be saved: %s"), error->message);

  tell (self, text);
}

static void
saved (GObject      *file,
       GAsyncResult *result,
       gpointer      data)
{
  g_autoptr (StrataFigureView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;
  gboolean good = g_file_replace_contents_finish (G_FILE (file), result, NULL, &error);

  if (self->toasts == NULL)
    return;
  if (!good)
    {
      tell_failure (self, error);
      return;
    }
  /* Translators: the name of a file. */
  text = g_strdup_printf (_("Saved “%s”"), shown);
  tell (self, text);
}

/**
 * strata_figure_view_save_to:
 * @self: the view, with a table
 * @format: "svg" or "png"
 * @file: where it goes
 *
 * Saves the figure and tells how that went.
 */
void
strata_figure_view_save_to (StrataFigureView *self,
                            const char       *format,
                            GFile            *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (STRATA_IS_FIGURE_VIEW (self) && self->figure != NULL);

  bytes = g_str_equal (format, "svg")
              ? strata_figure_export_svg (STRATA_FIGURE (self->figure), &error)
              : strata_figure_export_png (STRATA_FIGURE (self->figure), &error);
  if (bytes == NULL)
    tell_failure (self, error);
  else
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved,
                                         g_object_ref (self));
}

typedef struct
{
  StrataFigureView *view;
  char             *format;
} Saving;

static void
file_chosen (GFile   *file,
             gpointer data)
{
  Saving *saving = data;

  if (file != NULL && saving->view->toasts != NULL)
    strata_figure_view_save_to (saving->view, saving->format, file);
  g_object_unref (saving->view);
  g_free (saving->format);
  g_free (saving);
}

/**
 * strata_figure_view_save:
 * @self: the view, with a table
 * @format: "svg" or "png"
 *
 * Asks where to save the figure, and saves it.
 */
void
strata_figure_view_save (StrataFigureView *self,
                         const char       *format)
{
  Saving *saving;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  g_return_if_fail (STRATA_IS_FIGURE_VIEW (self) && self->figure != NULL);

  saving = g_new (Saving, 1);
  saving->view = g_object_ref (self);
  saving->format = g_strdup (format);
  name = g_strconcat (strata_figure_get_title (STRATA_FIGURE (self->figure)), ".", format, NULL);
  g_strdelimit (name, "/\\", '-');
  strata_compat_choose_save (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Save Picture"),
                             name, file_chosen, saving);
}

/**
 * strata_figure_view_copy:
 * @self: the view, with a table
 *
 * Puts the figure on the clipboard, as pixels and as an SVG, and tells how that
 * went.
 */
void
strata_figure_view_copy (StrataFigureView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GdkContentProvider) both = NULL;

  g_return_if_fail (STRATA_IS_FIGURE_VIEW (self) && self->figure != NULL);

  texture = strata_figure_export_texture (STRATA_FIGURE (self->figure), &error);
  if (texture != NULL)
    svg = strata_figure_export_svg (STRATA_FIGURE (self->figure), &error);
  if (svg == NULL)
    {
      g_autofree char *text = g_strdup_printf (_("The picture could not be copied: %s"), error->message);

      tell (self, text);
      return;
    }
  both = gdk_content_provider_new_union (
      (GdkContentProvider *[]){ gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture),
                                gdk_content_provider_new_for_bytes ("image/svg+xml", svg) },
      2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
  tell (self, _("Copied to clipboard"));
}
