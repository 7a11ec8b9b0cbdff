package org.lienthong;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.modulith.Modulithic;

/** The interpreter as one Spring configuration: everything but the windows. */
@Modulithic(systemName = "Liên Thông")
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:lienthong.properties")
@EnableAutoConfiguration
@EntityScan(basePackageClasses = Engine.class)
@EnableJpaRepositories(basePackageClasses = Engine.class, considerNestedRepositories = true)
@ComponentScan(
    basePackageClasses = Engine.class,
    excludeFilters = {
      @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.lienthong\\.ui\\..*"),
      // tests hang configurations of their own beside ours; each belongs to its test alone
      @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class)
    })
public class Engine {}
