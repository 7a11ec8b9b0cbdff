package org.lienthong.ui.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Gives programs a problem, too, for what the server refuses before any of ours sees it. */
@Component
class ConnectorMishaps implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final Mishaps mishaps;

  ConnectorMishaps(Mishaps mishaps) {
    this.mishaps = mishaps;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Valve(mishaps)));
  }

  private static final class Valve extends ErrorReportValve {

    private final Mishaps mishaps;

    Valve(Mishaps mishaps) {
      this.mishaps = mishaps;
      setShowReport(false);
      setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
      HttpStatus status = HttpStatus.resolve(response.getStatus());
      boolean unsaid = response.getContentWritten() == 0 && response.isError();
      if (status == null || !unsaid || !Mishaps.wantsProblem(request)) {
        super.report(request, response, thrown);
        return;
      }
      try {
        if (response.setErrorReported()) {
          mishaps.show(request, response.getResponse(), status);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
