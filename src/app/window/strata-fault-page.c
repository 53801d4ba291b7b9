#include "strata-fault-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "course/strata-fault.h"
#include "strata-fault-text.h"
#include "widgets/strata-chip.h"
#include "widgets/strata-wrap-layout.h"

/* More than this helps nobody: the first ones are mended first. */
#define MAX_SHOWN 200

struct _StrataFaultPage
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *title;
  GtkWidget *summary;
  GtkWidget *list;
  GtkWidget *return_button;
};

G_DEFINE_FINAL_TYPE (StrataFaultPage, strata_fault_page, GTK_TYPE_WIDGET)

static GtkWidget *
fault_row_new (StrataFault *fault)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = strata_fault_dup_text (fault);
  g_autofree char *place = NULL;
  const char *pointer = strata_fault_get_pointer (fault);

  if (strata_fault_get_line (fault) > 0)
    /* Translators: a file, a line and a column in it. */
    place = g_strdup_printf (_("%s, line %u, column %u"), strata_fault_get_file (fault),
                             strata_fault_get_line (fault), strata_fault_get_column (fault));
  else
    place = g_strdup (strata_fault_get_file (fault));
  if (pointer != NULL && *pointer != '\0')
    {
      g_autofree char *with_pointer = g_strdup_printf ("%s  %s", place, pointer);

      g_free (g_steal_pointer (&place));
      place = g_steal_pointer (&with_pointer);
    }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static GtkWidget *
action_button_new (const char *label,
                   const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                         GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
fault_page_build (StrataFaultPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = strata_chip_box_new ();
  GtkWidget *open = action_button_new (_("Open the _Bundled Course"), "win.open-bundled");

  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "title-1");
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->title), GTK_JUSTIFY_CENTER);
  self->summary = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->summary), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (self->summary), GTK_JUSTIFY_CENTER);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Faults of the course"), -1);

  gtk_widget_add_css_class (open, "suggested-action");
  self->return_button = action_button_new (_("Back to _What Was Open"), "win.close-faults");
  gtk_widget_set_layout_manager (buttons, strata_wrap_layout_new (12));
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->return_button, buttons);
  gtk_widget_set_parent (open, buttons);

  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_widget_set_margin_top (box, 36);
  gtk_widget_set_margin_bottom (box, 36);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  return box;
}

static void
strata_fault_page_dispose (GObject *object)
{
  g_clear_pointer (&STRATA_FAULT_PAGE (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (strata_fault_page_parent_class)->dispose (object);
}

static void
strata_fault_page_class_init (StrataFaultPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = strata_fault_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
strata_fault_page_init (StrataFaultPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), fault_page_build (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
strata_fault_page_new (void)
{
  return g_object_new (STRATA_TYPE_FAULT_PAGE, NULL);
}

/**
 * strata_fault_page_set_faults:
 * @self: the page
 * @folder: the course that could not be opened
 * @faults: (element-type StrataFault): what is wrong with it
 * @can_return: whether another course is open that one can go back to
 */
void
strata_fault_page_set_faults (StrataFaultPage *self,
                              const char      *folder,
                              GPtrArray       *faults,
                              gboolean         can_return)
{
  g_autofree char *name = NULL;
  g_autofree char *summary = NULL;
  GtkWidget *child;

  g_return_if_fail (STRATA_IS_FAULT_PAGE (self));

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < faults->len && i < MAX_SHOWN; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), fault_row_new (g_ptr_array_index (faults, i)));

  name = g_filename_display_name (folder);
  summary = g_strdup_printf (ngettext ("%s has %u fault. Correct it, and the course opens by itself.",
                                       "%s has %u faults. Correct them, and the course opens by itself.",
                                       faults->len),
                             name, faults->len);
  gtk_label_set_label (GTK_LABEL (self->title), _("This Course Cannot Be Opened"));
  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  gtk_widget_set_visible (self->return_button, can_return);
}
