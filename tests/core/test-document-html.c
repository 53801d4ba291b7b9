#include "describe-document.h"

static const struct
{
  const char *markdown;
  const char *expected;
} cases[] = {
  /* styles, over text that is Markdown */
  { "<b>a *b*</b> <i>c</i> <u>d</u>", "P {S a {E b}} {E c} {U d}\n" },
  { "H<sub>2</sub>O x<sup>2</sup> <kbd>K</kbd> <code>c</code>",
    "P H{v 2}O x{^ 2} {K K} {C c}\n" },
  { "*a <strong>b* c</strong> <em>d", "P {E a {S b} c} {E d}\n" },
  { "<B>a</b></b></i> b", "P {S a} b\n" },
  { "<b>a\n\nb", "P {S a}\nP b\n" },
  /* links and images, with their attributes in any form */
  { "<a href=\"x?a&amp;b\" title='t'>y</a> <a name=n>z</a>", "P {L(x?a&b)'t' y} z\n" },
  { "a <img width=\"40\" src=i.png alt = 'b &gt; c' >", "P a {I(i.png)[b > c]40}\n" },
  { "a <img src=\"i.png\" width=\"50%\"/> <img alt=x>", "P a {I(i.png)[]} \n" },
  { "<p align=\"center\">\n <a href=u><img src=i></a>\n</p>\n\nb", "Pc {L(u) {I(i)[]}}\nP b\n" },
  { "[![a](i.png)](u)", "P {L(u) {I(i.png)[a]}}\n" },
  /* breaks, also where they would be the last */
  { "a<br>b<br/><br />c<br>", "P a/b//c\n" },
  { "<p>a<br>\nb<br></p>", "P a/b\n" },
  { "a<br>\nb", "P a/b\n" },
  /* blocks */
  { "<h2>a <b>b</b></h2><p>c</p>d", "H2 a {S b}\nP c\nP d\n" },
  { "<center>a\n\n# b\n\n</center>\n\nc", "Pc a\nH1c b\nP c\n" },
  { "<div align=right><p>a</div><p>b", "Pr a\nP b\n" },
  { "<pre>\na  b\n\n c &lt;\n</pre>", "C a  b// c <\n" },
  { "<hr>", "R \n" },
  { "<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>", "P a b\nP c\n" },
  /* lists */
  { "<ul><li>a<li>b <ol start=3><li>c</ol></ul>d", "P+ • a\nP+ • b\nP++ 3. c\nP d\n" },
  { "<ul>\n<li>\n\n*a*\n\n</li>\n</ul>", "P+ • {E a}\n" },
  { "<li>a</ul>\n\nb", "P+ • a\nP b\n" },
  { "- a\n  <ul><li>b\n- c\n\n</ul>\n\nd", "P+ • a\nP++ ◦ b\nP+ • c\nP d\n" },
  /* a part that folds, with Markdown in it */
  { "<details open><summary>a <b>b</b></summary>\n\n- c\n\n</details>\n\nd",
    "S? a {S b}\nP?+ • c\nP d\n" },
  { "> <blockquote>a\n\nb", "P>> a\nP b\n" },
  /* inside a line, a block is a line */
  { "a <div>b</div> <p>c", "P a /b/c\n" },
  { "x|y\n-|-\n|<ul><li>a</li><li>b</li></ul>|<b>c", "T -- x|y/• a/• b|{S c}\n" },
  /* what is not seen */
  { "<!-- a\n\nb -->\n\nc <!-- d --> e", "P c  e\n" },
  { "<!--> a -->", "P a -->\n" },
  { "<style>\np { }\n\nq</style>a", "P a\n" },
  { "a <script>*b* `c` <b> ![d](e)</script> f", "P a {E }{C } f\n" },
  { "<div><SCRIPT src=x>a</div></script >b", "P b\n" },
  { "<?php a > b ?>\n<![CDATA[ c ]]>\n<!X d>", "" },
  { "<div>a <b\n", "P a\n" },
  /* what is not known vanishes, and its text stays */
  { "<blink>a</blink> <x-y z=\"<b>\">b</x-y>", "P a b\n" },
  { "<object data=x>a</object><iframe src=y></iframe>", "P a\n" },
  { "<p onclick=\"x()\">a &copy; &#x41; &nope; &#0; & b", "P a © A &nope; \xef\xbf\xbd & b\n" },
  { "<a id=x></a>\n\nb", "P b\n" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = describe_document (cases[i].markdown, -1);

      if (g_strcmp0 (got, cases[i].expected) != 0)
        g_test_message ("in %s", cases[i].markdown);
      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-html/cases", test_cases);
  return g_test_run ();
}
