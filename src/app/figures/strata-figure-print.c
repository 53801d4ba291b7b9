/* A figure on paper. */
#include "strata-figure.h"

#include "strata-figure-label.h"
#include "widgets/strata-text-scale.h"

/* Text of the usual size, set as finely as paper shows it. */
static PangoContext *
paper_context (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_create_pango_context (widget);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (context));
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_font_description_set_absolute_size (
      font, strata_figure_em (context) / strata_text_scale_get (widget) * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  return context;
}

/**
 * strata_figure_dup_print:
 * @self: a figure with a table
 * @width: of the paper, in pixels of which 96 are an inch
 * @size: (out): what the picture takes, in the same pixels
 *
 * Draws the figure for paper: light, with text of the usual size, however wide
 * the window is and whatever it shows of it. What is faded stays so.
 *
 * Returns: (transfer full): the picture
 */
GskRenderNode *
strata_figure_dup_print (StrataFigure    *self,
                         double           width,
                         graphene_size_t *size)
{
  StrataFigureClass *klass = STRATA_FIGURE_GET_CLASS (self);
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context;
  GtkSnapshot *snapshot;
  GdkRGBA ground;
  StrataFigureTheme theme;

  g_return_val_if_fail (STRATA_IS_FIGURE (self) && strata_figure_get_table (self) != NULL, NULL);

  context = paper_context (widget);
  snapshot = gtk_snapshot_new ();
  strata_figure_theme_init_paper (&theme);
  ground = strata_rgba (&theme.paper);
  graphene_size_init (size, (float) width, (float) klass->arrange (self, context, width, -1));
  gtk_snapshot_append_color (snapshot, &ground,
                             &GRAPHENE_RECT_INIT (0, 0, size->width, size->height));
  klass->draw (self, snapshot, &theme);
  for (guint i = 0; i < strata_figure_get_n_marks (self); i++)
    {
      StrataFigureMark *mark = strata_figure_get_mark (self, i);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &strata_figure_mark_get_bounds (mark)->origin);
      strata_figure_mark_draw (mark, snapshot, &theme, GTK_STATE_FLAG_NORMAL);
      gtk_snapshot_restore (snapshot);
    }
  /* Back to the screen's. */
  if (gtk_widget_get_width (widget) > 0)
    klass->arrange (self, gtk_widget_get_pango_context (widget), gtk_widget_get_width (widget),
                    gtk_widget_get_height (widget));
  g_object_unref (context);
  return gtk_snapshot_free_to_node (snapshot);
}
