/* Qt's text browser: peer-qt FILE.md [--scroll] */
#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QFile>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTimer>

#include "scroll.h"

static void
scroll (QTextBrowser *browser)
{
  QScrollBar *bar = browser->verticalScrollBar ();
  double frames[N_FRAMES];

  /* The layout is lazy: what is measured is scrolling, not the rest of it. */
  browser->document ()->documentLayout ()->blockBoundingRect (browser->document ()->lastBlock ());
  QApplication::processEvents ();
  for (int i = 0; i < N_FRAMES; i++)
    {
      double start = bench_now ();

      bar->setValue (int (bench_place (i, bar->value (), bar->pageStep (), bar->maximum ())));
      browser->viewport ()->repaint ();
      frames[i] = bench_now () - start;
      QApplication::processEvents ();
    }
  bench_print (frames);
  QApplication::quit ();
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
    QTimer::singleShot (1000, [&browser] { scroll (&browser); });
  return app.exec ();
}
