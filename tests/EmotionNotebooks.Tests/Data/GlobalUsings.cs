global using EmotionNotebooks.Data;
