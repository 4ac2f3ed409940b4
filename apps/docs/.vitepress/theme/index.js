import DefaultTheme from "vitepress/theme-without-fonts";
import "./drawbridge.css";

export default DefaultTheme;
