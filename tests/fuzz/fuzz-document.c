/* Whatever is read must give a document on which a view can rely. */
#include <stdint.h>

#include "../core/describe-document.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (StrataDocument) document = strata_document_new ((const char *) data, (gssize) size);

  check_document (document);
  strata_document_find_heading (document, "a");
  return 0;
}
