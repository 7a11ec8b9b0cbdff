package org.lienthong.ui.page;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Keeps pages HTML where an address ends like a file of another kind (".json", ".txt"). */
@Component
class OnlyHtml implements SmartInitializingSingleton {

  private final ThymeleafViewResolver views;

  OnlyHtml(ThymeleafViewResolver views) {
    this.views = views;
  }

  @Override
  public void afterSingletonsInstantiated() {
    views.setForceContentType(true);
  }
}
