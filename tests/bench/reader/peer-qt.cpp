/* Qt's text browser: peer-qt FILE.md [--scroll] */
#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QFile>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTimer>

#include "scroll.h"

static double frames[N_FRAMES];

static void
move (QTextBrowser *browser,
      int           i)
{
  QScrollBar *bar = browser->verticalScrollBar ();
  double start = bench_now ();

  bar->setValue (int (bench_place (i, bar->value (), bar->pageStep (), bar->maximum ())));
  browser->viewport ()->repaint ();
  frames[i] = bench_now () - start;
  if (i + 1 < N_FRAMES)
    {
      QTimer::singleShot (PAUSE_MS, [browser, i] { move (browser, i + 1); });
      return;
    }
  bench_print (frames);
  QApplication::quit ();
}

/* The layout is lazy: what is measured is scrolling, not the rest of it. */
static void
begin (QTextBrowser *browser)
{
  browser->document ()->documentLayout ()->blockBoundingRect (browser->document ()->lastBlock ());
  QTimer::singleShot (STILL_MS, [browser] { move (browser, 0); });
}

int
main (int   argc,
      char *argv[])
{
  QApplication app (argc, argv);
  QTextBrowser browser;
  QFile file (argc > 1 ? argv[1] : "");

  if (!file.open (QIODevice::ReadOnly))
    return 2;
  browser.resize (900, 700);
  browser.setMarkdown (QString::fromUtf8 (file.readAll ()));
  browser.show ();
  if (argc > 2)
    QTimer::singleShot (1000, [&browser] { begin (&browser); });
  return app.exec ();
}
