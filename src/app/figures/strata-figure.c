#include "config.h"

#include "strata-figure.h"

#include <adwaita.h>

#include "strata-figure-private.h"
#include "widgets/strata-focus.h"

#define LEAST_WIDTH 200
#define NATURAL_WIDTH 800
#define LEAST_HEIGHT 120

typedef struct
{
  StrataCourse *course;
  StrataTable  *table;
  StrataFilter *filter;
  char        **languages;
  GPtrArray    *marks;      /* StrataFigureMark, unowned: they are children */
  StrataRow    *selected;
} StrataFigurePrivate;

enum
{
  ROW_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (StrataFigure, strata_figure, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((StrataFigurePrivate *) strata_figure_get_instance_private (self))

static void
mark_clicked (StrataFigure     *self,
              StrataFigureMark *mark)
{
  g_signal_emit (self, signals[ROW_OPENED], 0, strata_figure_mark_get_row (mark));
}

/* Place. ------------------------------------------------------------------------ */

static double
arrange (StrataFigure *self,
         PangoContext *context,
         double        width,
         double        height)
{
  return STRATA_FIGURE_GET_CLASS (self)->arrange (self, context, width, height);
}

static GtkSizeRequestMode
strata_figure_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
strata_figure_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  StrataFigure *self = STRATA_FIGURE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = *natural = LEAST_HEIGHT;
  if (PRIVATE (self)->table == NULL)
    return;
  *natural = MAX (*minimum, (int) arrange (self, gtk_widget_get_pango_context (widget),
                                           for_size >= 0 ? for_size : NATURAL_WIDTH, 0));
  /* Of no width in particular: a narrow figure may be less high than a wide one. */
  if (for_size >= 0)
    *minimum = *natural;
}

static void
strata_figure_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  StrataFigure *self = STRATA_FIGURE (widget);
  GPtrArray *marks = PRIVATE (self)->marks;

  if (PRIVATE (self)->table == NULL)
    return;
  arrange (self, gtk_widget_get_pango_context (widget), width, height);
  for (guint i = 0; i < marks->len; i++)
    strata_figure_mark_allocate (marks->pdata[i]);
}

static void
strata_figure_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  StrataFigure *self = STRATA_FIGURE (widget);
  StrataFigureTheme theme;

  if (PRIVATE (self)->table == NULL)
    return;
  strata_figure_theme_init_screen (&theme);
  STRATA_FIGURE_GET_CLASS (self)->draw (self, snapshot, &theme);
  GTK_WIDGET_CLASS (strata_figure_parent_class)->snapshot (widget, snapshot);
}

/* Letters have another size. */
static void
strata_figure_system_setting_changed (GtkWidget       *widget,
                                      GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (strata_figure_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

/* The class. -------------------------------------------------------------------- */

static void
remove_marks (StrataFigure *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (PRIVATE (self)->marks, 0);
  while ((child = gtk_widget_get_last_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
strata_figure_dispose (GObject *object)
{
  StrataFigure *self = STRATA_FIGURE (object);
  StrataFigurePrivate *priv = PRIVATE (self);

  remove_marks (self);
  g_clear_object (&priv->course);
  g_clear_object (&priv->table);
  g_clear_object (&priv->filter);
  g_clear_object (&priv->selected);
  g_clear_pointer (&priv->languages, g_strfreev);

  G_OBJECT_CLASS (strata_figure_parent_class)->dispose (object);
}

static void
strata_figure_finalize (GObject *object)
{
  g_ptr_array_unref (PRIVATE (STRATA_FIGURE (object))->marks);

  G_OBJECT_CLASS (strata_figure_parent_class)->finalize (object);
}

static void
strata_figure_class_init (StrataFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = strata_figure_dispose;
  object_class->finalize = strata_figure_finalize;
  widget_class->get_request_mode = strata_figure_get_request_mode;
  widget_class->measure = strata_figure_measure;
  widget_class->size_allocate = strata_figure_size_allocate;
  widget_class->snapshot = strata_figure_snapshot;
  widget_class->system_setting_changed = strata_figure_system_setting_changed;

  /**
   * StrataFigure::row-opened:
   * @self: the figure
   * @row: whose mark was pressed
   */
  signals[ROW_OPENED] =
      g_signal_new ("row-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, STRATA_TYPE_ROW);

  _strata_figure_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
strata_figure_init (StrataFigure *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  PRIVATE (self)->marks = g_ptr_array_new ();
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * strata_figure_show:
 * @self: a figure
 * @course: a course
 * @table: a table whose figure is of this type
 * @filter: which of its rows are not faded
 * @languages: (array zero-terminated=1): the reader's, the best first
 *
 * Draws a table anew.
 */
void
strata_figure_show (StrataFigure      *self,
                    StrataCourse      *course,
                    StrataTable       *table,
                    StrataFilter      *filter,
                    const char *const *languages)
{
  StrataFigurePrivate *priv = PRIVATE (self);
  char **copy = g_strdupv ((char **) languages);

  g_return_if_fail (STRATA_IS_FIGURE (self) && STRATA_IS_TABLE (table));

  remove_marks (self);
  g_set_object (&priv->course, course);
  g_set_object (&priv->table, table);
  g_set_object (&priv->filter, filter);
  g_strfreev (priv->languages);
  priv->languages = copy;
  STRATA_FIGURE_GET_CLASS (self)->build (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  strata_figure_get_title (self), -1);
  strata_figure_refilter (self);
  strata_figure_select (self, priv->selected);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * strata_figure_wrap:
 * @self: a figure in a scroller
 * @scroller: without a parent
 *
 * Returns: (transfer floating): what is shown of the figure: @scroller, or what
 *   has it in it and more
 */
GtkWidget *
strata_figure_wrap (StrataFigure *self,
                    GtkWidget    *scroller)
{
  StrataFigureClass *klass;

  g_return_val_if_fail (STRATA_IS_FIGURE (self), NULL);

  klass = STRATA_FIGURE_GET_CLASS (self);
  return klass->wrap != NULL ? klass->wrap (self, scroller) : scroller;
}

/**
 * strata_figure_refilter:
 * @self: a figure
 *
 * Fades the marks anew, after the filter changed.
 */
void
strata_figure_refilter (StrataFigure *self)
{
  StrataFigurePrivate *priv = PRIVATE (self);

  g_return_if_fail (STRATA_IS_FIGURE (self));

  for (guint i = 0; i < priv->marks->len; i++)
    {
      StrataFigureMark *mark = priv->marks->pdata[i];

      strata_figure_mark_set_faded (
          mark, !strata_filter_matches (priv->filter, strata_figure_mark_get_row (mark)));
    }
}

/**
 * strata_figure_select:
 * @self: a figure
 * @row: (nullable): whose detail is open
 */
void
strata_figure_select (StrataFigure *self,
                      StrataRow    *row)
{
  StrataFigurePrivate *priv = PRIVATE (self);

  g_return_if_fail (STRATA_IS_FIGURE (self));

  g_set_object (&priv->selected, row);
  for (guint i = 0; i < priv->marks->len; i++)
    strata_figure_mark_set_selected (priv->marks->pdata[i],
                                     row != NULL && strata_figure_mark_get_row (priv->marks->pdata[i]) == row);
}

/**
 * strata_figure_get_current_bounds:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): where the mark is that has the keyboard,
 *   or else the open row's
 */
const graphene_rect_t *
strata_figure_get_current_bounds (StrataFigure *self)
{
  StrataFigurePrivate *priv = PRIVATE (self);
  GtkWidget *focus;

  g_return_val_if_fail (STRATA_IS_FIGURE (self), NULL);

  focus = strata_focus_get_child (GTK_WIDGET (self));
  if (focus != NULL && gtk_widget_is_focus (focus))
    return strata_figure_mark_get_bounds (STRATA_FIGURE_MARK (focus));
  for (guint i = 0; i < priv->marks->len; i++)
    if (strata_figure_mark_get_selected (priv->marks->pdata[i]))
      return strata_figure_mark_get_bounds (priv->marks->pdata[i]);
  return NULL;
}

/**
 * strata_figure_get_course:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): the course of its table
 */
StrataCourse *
strata_figure_get_course (StrataFigure *self)
{
  g_return_val_if_fail (STRATA_IS_FIGURE (self), NULL);

  return PRIVATE (self)->course;
}

/**
 * strata_figure_get_table:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): what it draws
 */
StrataTable *
strata_figure_get_table (StrataFigure *self)
{
  g_return_val_if_fail (STRATA_IS_FIGURE (self), NULL);

  return PRIVATE (self)->table;
}

/**
 * strata_figure_get_languages:
 * @self: a figure
 *
 * Returns: (transfer none): the reader's, the best first
 */
const char *const *
strata_figure_get_languages (StrataFigure *self)
{
  g_return_val_if_fail (STRATA_IS_FIGURE (self), NULL);

  return (const char *const *) PRIVATE (self)->languages;
}

/**
 * strata_figure_get_title:
 * @self: a figure with a table
 *
 * Returns: (transfer none): the table's title
 */
const char *
strata_figure_get_title (StrataFigure *self)
{
  g_return_val_if_fail (STRATA_IS_FIGURE (self), NULL);

  return strata_text_get (strata_table_get_title (PRIVATE (self)->table),
                          strata_figure_get_languages (self));
}

/**
 * strata_figure_add_mark:
 * @self: a figure that is being built
 * @mark: (transfer floating): the mark after those that are there
 */
void
strata_figure_add_mark (StrataFigure     *self,
                        StrataFigureMark *mark)
{
  g_return_if_fail (STRATA_IS_FIGURE (self) && STRATA_IS_FIGURE_MARK (mark));

  g_signal_connect_object (mark, "clicked", G_CALLBACK (mark_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (mark), GTK_WIDGET (self));
  g_ptr_array_add (PRIVATE (self)->marks, mark);
}

guint
strata_figure_get_n_marks (StrataFigure *self)
{
  g_return_val_if_fail (STRATA_IS_FIGURE (self), 0);

  return PRIVATE (self)->marks->len;
}

/**
 * strata_figure_get_mark:
 * @self: a figure
 * @position: from 0, in the order of reading
 *
 * Returns: (transfer none): a mark
 */
StrataFigureMark *
strata_figure_get_mark (StrataFigure *self,
                        guint         position)
{
  g_return_val_if_fail (STRATA_IS_FIGURE (self) && position < PRIVATE (self)->marks->len, NULL);

  return PRIVATE (self)->marks->pdata[position];
}
