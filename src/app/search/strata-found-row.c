#include "strata-found-row.h"

/* As what is found in a lesson; of 65535. */
#define TINT_RED 0x9292
#define TINT_GREEN 0x6b6b
#define TINT_BLUE 0xe6e6
#define TINT_ALPHA 0x4444

struct _StrataFoundRow
{
  GtkListBoxRow       parent_instance;

  StrataSearchResult *result;
};

G_DEFINE_FINAL_TYPE (StrataFoundRow, strata_found_row, GTK_TYPE_LIST_BOX_ROW)

static void
strata_found_row_dispose (GObject *object)
{
  g_clear_object (&STRATA_FOUND_ROW (object)->result);

  G_OBJECT_CLASS (strata_found_row_parent_class)->dispose (object);
}

static void
strata_found_row_class_init (StrataFoundRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_found_row_dispose;
}

static void
strata_found_row_init (StrataFoundRow *self)
{
}

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* Bold as well as tinted: colour alone says nothing to some. */
static GtkWidget *
label_new (const char              *text,
           const StrataSearchRange *ranges,
           gsize                    n)
{
  GtkWidget *label = gtk_label_new (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (gsize i = 0; i < n; i++)
    {
      guint start = (guint) (g_utf8_offset_to_pointer (text, ranges[i].start) - text);
      guint end = (guint) (g_utf8_offset_to_pointer (text, ranges[i].end) - text);

      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      add_attribute (attributes, pango_attr_background_new (TINT_RED, TINT_GREEN, TINT_BLUE), start,
                     end);
      add_attribute (attributes, pango_attr_background_alpha_new (TINT_ALPHA), start, end);
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
title_new (StrataSearchResult *result)
{
  gsize n;
  const StrataSearchRange *ranges = strata_search_result_get_title_ranges (result, &n);
  GtkWidget *title = label_new (strata_search_result_get_title (result), ranges, n);
  GtkWidget *box;
  GtkWidget *context;

  gtk_widget_add_css_class (title, "search-title");
  if (strata_search_result_get_kind (result) != STRATA_SEARCH_LESSON)
    return title;
  /* Which lesson; which table stands above the group. */
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  context = label_new (strata_search_result_get_context (result), NULL, 0);
  gtk_widget_add_css_class (context, "dim-label");
  gtk_widget_add_css_class (context, "caption");
  gtk_label_set_xalign (GTK_LABEL (context), 1);
  gtk_widget_set_hexpand (context, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), context);
  return box;
}

/**
 * strata_found_row_new:
 * @result: (transfer none): what was found
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
strata_found_row_new (StrataSearchResult *result)
{
  StrataFoundRow *self = g_object_new (STRATA_TYPE_FOUND_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const char *snippet = strata_search_result_get_snippet (result);
  g_autofree char *name = NULL;
  gsize n;
  const StrataSearchRange *ranges = strata_search_result_get_snippet_ranges (result, &n);

  self->result = g_object_ref (result);
  gtk_widget_add_css_class (GTK_WIDGET (self), "search-row");
  gtk_box_append (GTK_BOX (box), title_new (result));
  if (*snippet != '\0')
    {
      GtkWidget *label = label_new (snippet, ranges, n);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_widget_add_css_class (label, "search-snippet");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  name = g_strjoin (". ", strata_search_result_get_title (result),
                    strata_search_result_get_context (result), snippet, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * strata_found_row_get_result:
 * @self: a row
 *
 * Returns: (transfer none): what was found
 */
StrataSearchResult *
strata_found_row_get_result (StrataFoundRow *self)
{
  g_return_val_if_fail (STRATA_IS_FOUND_ROW (self), NULL);

  return self->result;
}
