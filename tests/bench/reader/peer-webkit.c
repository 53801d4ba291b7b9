/* What cmark makes of it, in WebKitGTK: peer-webkit FILE.md */
#include <cmark.h>
#include <webkit/webkit.h>

static char *
to_html (const char *path)
{
  g_autofree char *text = NULL;
  char *body, *html;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  body = cmark_markdown_to_html (text, length, CMARK_OPT_DEFAULT);
  html = g_strconcat ("<!doctype html><meta charset=utf-8><style>body{font:11pt sans-serif}"
                      "pre{background:#eee;padding:8px}</style><body>",
                      body, NULL);
  free (body);
  return html;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *html = argc > 1 ? to_html (argv[1]) : NULL;
  GtkWidget *window, *view;

  if (html == NULL)
    return 2;
  gtk_init ();
  view = webkit_web_view_new ();
  webkit_web_view_load_html (WEBKIT_WEB_VIEW (view), html, NULL);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (g_main_loop_new (NULL, FALSE));
  return 0;
}
