/* What is selected in a lesson, for other programs, and the menu of the text. */
#include <glib/gi18n.h>

#include "course/strata-link.h"
#include "document/strata-excerpt.h"
#include "strata-lesson-view-private.h"

static gboolean
get_selection (StrataLessonView *self,
               guint            *from,
               guint            *to)
{
  GtkTextIter start, end;

  if (self->document == NULL
      || !gtk_text_buffer_get_selection_bounds (
          gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end))
    return FALSE;
  *from = (guint) gtk_text_iter_get_offset (&start);
  *to = (guint) gtk_text_iter_get_offset (&end);
  return TRUE;
}

static void
copy_text (GtkTextView *view)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (view);
  g_autofree char *text = NULL;
  guint start, end;

  if (!get_selection (self, &start, &end))
    return;
  text = strata_document_dup_plain (self->document, start, end);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
}

static void
copy_markdown (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (widget);
  g_autofree char *text = NULL;
  guint start, end;

  if (!get_selection (self, &start, &end))
    return;
  text = strata_document_dup_markdown (self->document, start, end);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
selection_changed (StrataLessonView *self)
{
  gboolean selected =
      gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clipboard.copy", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.copy-markdown", selected);
}

/* All of the text, not only as much as has come in; what is seen stays. */
static void
select_all (GtkTextView *view,
            gboolean     select)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (view);

  if (select)
    {
      strata_lesson_view_fill_to (self, strata_lesson_view_get_length (self));
      self->caret = 0;    /* where it will be: not to be scrolled to */
    }
  g_signal_chain_from_overridden_handler (view, select);
}

/* The menu. ------------------------------------------------------------------------ */

static void
open_link (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  guint link = g_variant_get_uint32 (parameter);

  if (link < STRATA_LESSON_VIEW (widget)->links->len)
    strata_lesson_view_follow (STRATA_LESSON_VIEW (widget), link);
}

static void
copy_link (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  StrataLessonView *self = STRATA_LESSON_VIEW (widget);
  guint link = g_variant_get_uint32 (parameter);

  if (link < self->links->len)
    {
      const StrataSpan *span = g_ptr_array_index (self->links, link);

      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), span->target);
    }
}

static void
append_link (GMenu      *menu,
             const char *label,
             const char *action,
             guint       link)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "u", link);
  g_menu_append_item (menu, item);
}

/* With the keys that GTK has for it and does not say. */
static void
append_with_keys (GMenu      *menu,
                  const char *label,
                  const char *action,
                  const char *keys)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", keys);
  g_menu_append_item (menu, item);
}

/* @link: the one that is pointed to, -1 for none */
static GMenu *
menu_new (StrataLessonView *self,
          int               link)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) links = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (GMenu) selection = g_menu_new ();

  if (link >= 0)
    {
      const StrataSpan *span = g_ptr_array_index (self->links, link);
      g_autoptr (StrataLink) parts = strata_link_parse (span->target);

      append_link (links, _("_Open Link"), "text.open-link", (guint) link);
      if (parts->kind == STRATA_LINK_WEB)
        append_link (links, _("Copy _Link Address"), "text.copy-link", (guint) link);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (links));
    }
  append_with_keys (copies, _("_Copy"), "clipboard.copy", "<Control>c");
  g_menu_append (copies, _("Copy as _Markdown"), "text.copy-markdown");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  append_with_keys (selection, _("Select _All"), "selection.select-all", "<Control>a");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (selection));
  return menu;
}

static void
show_menu (StrataLessonView   *self,
           int                 link,
           const GdkRectangle *where)
{
  g_autoptr (GMenu) menu = menu_new (self, link);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), where);
  gtk_popover_popup (GTK_POPOVER (self->menu));
  _strata_lesson_view_point_at (self, self->menu, where);
}

static void
pressed (StrataLessonView *self,
         int               n,
         double            x,
         double            y,
         GtkGesture       *click)
{
  GdkRectangle where = { (int) x, (int) y, 1, 1 };

  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  show_menu (self, _strata_lesson_view_link_at_point (self, x, y), &where);
}

/* The menu key, at the caret. */
gboolean
_strata_lesson_view_menu_key (StrataLessonView *self,
                              guint             key,
                              GdkModifierType   state)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle where;

  if (key != GDK_KEY_Menu && (key != GDK_KEY_F10 || (state & GDK_SHIFT_MASK) == 0))
    return GDK_EVENT_PROPAGATE;
  gtk_text_view_get_cursor_locations (view, NULL, &where, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, where.x, where.y, &where.x,
                                         &where.y);
  show_menu (self, _strata_lesson_view_link_at_caret (self), &where);
  return GDK_EVENT_STOP;
}

/* -------------------------------------------------------------------------------- */

void
_strata_lesson_view_install_copy (GtkWidgetClass *klass)
{
  GTK_TEXT_VIEW_CLASS (klass)->copy_clipboard = copy_text;
  g_signal_override_class_handler ("select-all", G_TYPE_FROM_CLASS (klass),
                                   G_CALLBACK (select_all));
  gtk_widget_class_install_action (klass, "text.copy-markdown", NULL, copy_markdown);
  gtk_widget_class_install_action (klass, "text.open-link", "u", open_link);
  gtk_widget_class_install_action (klass, "text.copy-link", "u", copy_link);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "text.copy-markdown", NULL);
}

void
_strata_lesson_view_add_menu (StrataLessonView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                           "notify::has-selection", G_CALLBACK (selection_changed), self,
                           G_CONNECT_SWAPPED);
  selection_changed (self);
}
